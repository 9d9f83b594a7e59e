// How a chart is read: keys, pointer, tooltip, table, downloads. What one way tells, every way tells.
import '../../src/define.js';
import { describe as describeContract, renderSVG } from '../../src/static/index.js';
import {
  all,
  type Chart,
  clean,
  contract,
  draw,
  drawing,
  expect,
  isSeen,
  noErrorReachedThePage,
  one,
  place,
  settle,
  tagOf,
  until,
  watchPage,
} from '../support/browser/page.js';
import {
  cell,
  clickAt,
  enter,
  focused,
  middle,
  moveTo,
  press,
  putPointerAway,
  spoken,
  tip,
  told,
} from '../support/browser/reader.js';
import { fixtures } from '../support/browser/server.js';

watchPage();

let contracts: Record<string, any>;
before(async () => {
  contracts = await fixtures();
});
beforeEach(async () => {
  window.scrollTo(0, 0);
  await putPointerAway();
});

const bare = { 'no-table': '', 'no-download': '', 'no-sound': '' };
const plain = (text: string): string => clean(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ');

/** Visits every mark by the right arrow key: what is spoken, what the tooltip says, where the mark is. */
async function visitAll(el: Chart, count: number) {
  await enter(el);
  const visits: { spoken: string; told: string[]; place: DOMRect }[] = [];
  for (let i = 0; i < count; i++) {
    if (i) await press('ArrowRight');
    visits.push({ spoken: spoken(el), told: told(el), place: cell(el)!.getBoundingClientRect() });
  }
  return visits;
}

async function openTable(el: Chart): Promise<HTMLTableElement> {
  one(el, '.fold')!.click();
  await until(() => one(el, 'table'), 'the table');
  await el.updateComplete;
  return one<HTMLTableElement>(el, 'table')!;
}
const cells = (table: HTMLTableElement): string[][] =>
  [...table.tBodies[0]!.rows].map((row) => [...row.cells].map(({ textContent }) => clean(textContent)));
const cleaned = (rows: readonly (readonly string[])[]): string[][] => rows.map((row) => row.map(clean));

describe('reading: keyboard', () => {
  it('is one tab stop for all its marks', async () => {
    const box = place();
    const button = (text: string): HTMLButtonElement => {
      const made = document.createElement('button');
      made.textContent = text;
      box.append(made);
      return made;
    };
    const first = button('before');
    const { el } = await draw(contracts['article'], { into: box, attributes: bare });
    const last = button('after');
    first.focus();
    await press('Tab');
    expect(focused()?.getAttribute('role')).to.equal('gridcell');
    expect(document.activeElement === el, tagOf(document.activeElement)).to.equal(true);
    await press('ArrowRight');
    expect(document.activeElement === el, tagOf(document.activeElement)).to.equal(true);
    await press('Tab');
    expect(focused() === last, tagOf(focused())).to.equal(true);
    await press('Shift+Tab');
    expect(focused()?.getAttribute('role')).to.equal('gridcell');
    expect(spoken(el), 'back where the reader was').to.include('2025');
    await press('Shift+Tab');
    expect(focused() === first, tagOf(focused())).to.equal(true);
  });

  for (const [name, view] of [
    ['article', null],
    ['mali-ucdp', null],
    ['break-between', null],
    ['gap-in-reports', null],
    ['cumulative-months', null],
    ['cumulative-months', 'cumulative'],
    ['single-period', null],
  ] as const) {
    it(`visits every mark of ${name}${view ? ` (${view})` : ''} once by the arrow keys, there and back`, async function () {
      this.timeout(20_000);
      const data = contracts[name];
      const { el } = await draw(data, { attributes: { ...bare, ...(view && { view }) } });
      const count = data.rows.length;
      const visits = await visitAll(el, count);
      const said = visits.map((visit) => visit.spoken);
      const rows = describeContract(data).rows;
      rows.forEach((row, i) => expect(said[i], `mark ${i}`).to.include(clean(row[0])));
      expect(new Set(said).size).to.equal(count);
      await press('ArrowRight');
      expect(spoken(el), 'no way past the last').to.equal(said.at(-1));
      const back = [spoken(el)];
      for (let i = 1; i < count; i++) {
        await press('ArrowLeft');
        back.push(spoken(el));
      }
      expect(back.reverse()).to.deep.equal(said);
      await press('ArrowLeft');
      expect(spoken(el), 'no way before the first').to.equal(said[0]);
      expect(focused()?.getAttribute('role')).to.equal('gridcell');
    });
  }

  it('counts the marks for a screen reader, in a standard role', async () => {
    const { el } = await draw(contracts['mali-ucdp'], { attributes: bare });
    await enter(el);
    const grid = one(el, '[role=grid]')!;
    expect(grid.getAttribute('aria-colcount')).to.equal(String(contracts['mali-ucdp'].rows.length));
    expect(grid.getAttribute('aria-label')).to.match(/arrow keys/i);
    await press('ArrowRight', 'ArrowRight');
    expect(cell(el)!.getAttribute('aria-colindex')).to.equal('3');
    expect(tagOf(one(el, '[role=application]'))).to.equal('nothing');
  });

  it('goes to the first and last mark by Home and End, to the least and the greatest by [ and ]', async () => {
    const data = contract('ends', [40, 7, 90, null, 12]);
    data.source.asOf = '2026-06-01';
    const { el } = await draw(data, { attributes: bare });
    await enter(el);
    await press('End');
    expect(spoken(el)).to.include('2025').and.include('12');
    await press('[');
    expect(spoken(el)).to.include('2022').and.include('7');
    await press(']');
    expect(spoken(el)).to.include('2023').and.include('90');
    await press('Home');
    expect(spoken(el)).to.include('2021').and.include('40');
  });

  it('fires sahel-select with period and value on Enter, and only then', async () => {
    const data = contract('select', [40, null, 90]);
    const { el, heard } = await draw(data, { attributes: bare });
    await enter(el);
    await press('ArrowRight');
    expect(heard.selects).to.deep.equal([]);
    await press('Enter');
    expect(heard.selects).to.deep.equal([{ period: '2022', value: null }]);
    await press('ArrowRight', 'Enter');
    expect(heard.selects[1]).to.deep.equal({ period: '2023', value: 90 });
    const event = heard.events.at(-1)!;
    expect(event).to.include({ type: 'sahel-select', bubbles: true, composed: true });
  });

  it('closes the tooltip by Escape and keeps the focus; the next arrow key opens it again', async () => {
    const { el } = await draw(contract('escape'), { attributes: bare });
    await enter(el);
    expect(isSeen(tip(el))).to.equal(true);
    await press('Escape');
    expect(isSeen(tip(el))).to.equal(false);
    expect(focused() === cell(el), tagOf(focused())).to.equal(true);
    await press('ArrowRight');
    expect(isSeen(tip(el))).to.equal(true);
  });

  it('closes the tooltip when the focus leaves', async () => {
    const { el } = await draw(contract('leave'), { attributes: bare });
    await enter(el);
    expect(isSeen(tip(el))).to.equal(true);
    (focused() as HTMLElement).blur();
    await settle();
    expect(isSeen(tip(el))).to.equal(false);
  });

  it('leaves other keys to the page', async () => {
    const { el } = await draw(contract('others'), { attributes: bare });
    await enter(el);
    const prevented: string[] = [];
    const note = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) prevented.push(event.key);
    };
    window.addEventListener('keydown', note);
    await press('a', 'PageDown', 'Control+ArrowRight', 'ArrowRight');
    window.removeEventListener('keydown', note);
    expect(prevented).to.deep.equal(['ArrowRight']);
    window.scrollTo(0, 0);
  });

  it('shows where the focus is, over the mark that is spoken', async () => {
    const { el } = await draw(contracts['article'], { attributes: bare });
    await enter(el);
    const first = cell(el)!.getBoundingClientRect();
    await press('ArrowRight');
    const style = getComputedStyle(cell(el)!);
    expect(style.outlineStyle).to.equal('solid');
    expect(parseFloat(style.outlineWidth)).to.be.at.least(2);
    const { left, right, width } = cell(el)!.getBoundingClientRect();
    const picture = drawing(el)!.getBoundingClientRect();
    expect(width).to.be.at.least(12);
    expect(left, 'the second of two marks').to.be.at.least(first.right - 1);
    expect(right).to.be.at.most(picture.right + 1);
  });

  it('stays on the same period, with its new figure, when the data is updated', async () => {
    const { el, heard } = await draw(contract('update', [1, 2, 3]), { attributes: bare });
    await enter(el);
    await press('ArrowRight');
    el.data = contract('update', [10, 20, 30, 40]);
    await until(() => heard.ready.length > 1, 'the update');
    await settle();
    expect(document.activeElement === el, tagOf(document.activeElement)).to.equal(true);
    expect(focused() === cell(el), tagOf(focused())).to.equal(true);
    expect(spoken(el)).to.include('2022').and.include('20');
    await press('ArrowRight');
    expect(spoken(el)).to.include('2023').and.include('30');
  });

  it('keeps the focus in the chart when the period it was on is gone', async () => {
    const { el, heard } = await draw(contract('update', [1, 2, 3]), { attributes: bare });
    await enter(el);
    await press('End');
    const before = focused();
    el.data = contract('update', [10, 20]);
    await until(() => heard.ready.length > 1, 'the update');
    await settle();
    expect(focused() === cell(el), tagOf(focused())).to.equal(true);
    expect(spoken(el), 'the nearest one').to.include('2022').and.include('20');
    expect(focused() === before, 'another cell, so that it is spoken').to.equal(false);
  });

  it('keeps the focus on its mark when the element changes width', async () => {
    const into = place({ width: '640px' });
    const { el } = await draw(contracts['mali-ucdp'], { attributes: bare, into });
    await enter(el);
    await press('ArrowRight', 'ArrowRight');
    const before = spoken(el);
    into.style.width = '420px';
    await settle();
    await settle();
    expect(focused() === cell(el), tagOf(focused())).to.equal(true);
    expect(spoken(el)).to.equal(before);
    const mark = cell(el)!.getBoundingClientRect();
    const picture = drawing(el)!.getBoundingClientRect();
    expect(mark.right).to.be.at.most(picture.right + 1);
    expect(mark.left).to.be.within(picture.left, picture.left + picture.width / 3);
  });
});

describe('reading: pointer', () => {
  for (const name of ['article', 'mali-ucdp', 'same-days', 'minimum-only', 'corrected']) {
    it(`says the same words on hover, click and focus, and they hold the table’s figures (${name})`, async function () {
      this.timeout(20_000);
      const data = contracts[name];
      const { el, heard } = await draw(data);
      const visits = await visitAll(el, data.rows.length);
      (focused() as HTMLElement).blur();
      const described = describeContract(data);
      const period = described.columns.findIndex(({ key }) => key === 'period');
      const value = described.columns.findIndex(({ key }) => key === 'value');
      for (const [i, visit] of visits.entries()) {
        const x = visit.place.left + visit.place.width / 2;
        const y = visit.place.bottom - 4;
        await putPointerAway();
        expect(tagOf(tip(el)), 'no tooltip without pointer or focus').to.equal('nothing');
        await moveTo(x, y);
        expect(told(el), `hover ${i}`).to.deep.equal(visit.told);
        await clickAt(x, y);
        expect(told(el), `click ${i}`).to.deep.equal(visit.told);
        expect(heard.selects.at(-1)).to.deep.equal({
          period: data.rows[i].period,
          value: data.rows[i].value,
        });
        const row = described.rows[i]!;
        for (const words of [visit.told.join(' '), visit.spoken]) {
          expect(plain(words)).to.include(plain(row[period]!));
          if (data.rows[i].value !== null) expect(words).to.include(row[value]);
        }
      }
      expect(heard.selects).to.have.length(visits.length);
    });
  }

  it('takes the tooltip away when the pointer leaves the drawing', async () => {
    const { el } = await draw(contract('leave'), { attributes: bare });
    await moveTo(...middle(drawing(el)!));
    expect(isSeen(tip(el))).to.equal(true);
    await putPointerAway();
    expect(tagOf(tip(el))).to.equal('nothing');
  });

  it('keeps the tooltip while the pointer is moved onto it, so that it can be read and selected', async () => {
    const { el } = await draw(contracts['mali-ucdp'], { attributes: bare });
    const [x, y] = middle(drawing(el)!);
    await moveTo(x, y);
    const said = told(el);
    const [tx, ty] = middle(tip(el)!);
    const steps = 24;
    for (let i = 1; i <= steps; i++) await moveTo(x + ((tx - x) * i) / steps, y + ((ty - y) * i) / steps);
    expect(isSeen(tip(el))).to.equal(true);
    expect(told(el).length).to.be.at.least(said.length - 1);
    const resting = told(el);
    const rect = tip(el)!.getBoundingClientRect();
    await moveTo(rect.left + 4, rect.top + 4);
    await moveTo(rect.right - 4, rect.bottom - 4);
    expect(told(el), 'the tooltip under the pointer stays').to.deep.equal(resting);
  });

  it('can be dismissed by Escape without moving the pointer or the focus', async () => {
    const { el } = await draw(contract('dismiss'), { attributes: bare });
    await moveTo(...middle(drawing(el)!));
    expect(isSeen(tip(el))).to.equal(true);
    await press('Escape');
    expect(isSeen(tip(el))).to.equal(false);
  });

  it('keeps the tooltip inside the element at its left and right ends', async () => {
    const into = place({ width: '460px', margin: '80px auto 0' });
    const { el } = await draw(contracts['mali-ucdp'], { attributes: bare, into });
    const outer = el.getBoundingClientRect();
    await enter(el);
    for (const key of ['Home', 'End']) {
      await press(key);
      const { left, right } = tip(el)!.getBoundingClientRect();
      expect(left).to.be.at.least(outer.left - 1);
      expect(right).to.be.at.most(outer.right + 1);
    }
  });

  it('updates an open tooltip when the data is updated under the pointer', async () => {
    const { el, heard } = await draw(contract('hover', [1, 2, 3]), { attributes: bare });
    await enter(el);
    await press('ArrowRight');
    const [x] = middle(cell(el)!);
    const { bottom } = cell(el)!.getBoundingClientRect();
    (focused() as HTMLElement).blur();
    await moveTo(x, bottom - 4);
    expect(told(el).join(' ')).to.include('2022');
    el.data = contract('hover', [501, 502, 503]);
    await until(() => heard.ready.length > 1, 'the update');
    await settle();
    expect(told(el).join(' '), 'never an old figure').not.to.match(/\b2 civilians/);
    if (tip(el)) expect(told(el).join(' ')).to.include('2022').and.include('502');
  });

  it('leaves no tooltip behind when the element is removed and put back', async () => {
    const { el } = await draw(contract('gone'), { attributes: bare });
    await moveTo(...middle(drawing(el)!));
    expect(tagOf(tip(el))).not.to.equal('nothing');
    el.remove();
    await settle();
    await putPointerAway();
    place().append(el);
    await settle();
    expect(tagOf(tip(el))).to.equal('nothing');
  });
});

describe('reading: table', () => {
  for (const lang of ['en', 'fr']) {
    it(`holds the cells that describe() gives, for every fixture (${lang})`, async function () {
      this.timeout(60_000);
      const wrong: string[] = [];
      for (const [name, data] of Object.entries(contracts)) {
        const { el } = await draw(data, { attributes: { lang } });
        const described = describeContract(data, lang);
        if (!described.rows.length) {
          if (one(el, '.fold, table')) wrong.push(`${name}: a table without rows`);
          continue;
        }
        const table = await openTable(el);
        const headings = [...table.tHead!.rows[0]!.cells].map((head) => clean(head.textContent));
        const wanted = described.columns.map(({ label }) => clean(label));
        if (headings.join('|') !== wanted.join('|')) wrong.push(`${name}: headings ${headings.join('|')}`);
        const shown = cells(table);
        for (
          let next = one<HTMLButtonElement>(el, '[part~=table] p button:last-of-type');
          next && next.ariaDisabled !== 'true';
        ) {
          next.click();
          await el.updateComplete;
          shown.push(...cells(one<HTMLTableElement>(el, 'table')!));
        }
        const rows = cleaned(described.rows);
        if (shown.length !== rows.length) wrong.push(`${name}: ${shown.length} rows, not ${rows.length}`);
        rows.forEach((row, i) => {
          if (shown[i]?.join('|') !== row.join('|'))
            wrong.push(`${name} row ${i}: ${shown[i]?.join('|')}, not ${row.join('|')}`);
        });
        el.remove();
      }
      expect(wrong).to.deep.equal([]);
    });
  }

  it('has a caption, column headings and a heading for each row', async () => {
    const { el } = await draw(contracts['article']);
    const table = await openTable(el);
    expect(clean(table.caption!.textContent)).to.equal(describeContract(contracts['article']).title);
    for (const head of table.tHead!.rows[0]!.cells) {
      expect(head.tagName).to.equal('TH');
      expect(head.scope).to.equal('col');
    }
    for (const row of table.tBodies[0]!.rows) {
      expect(row.cells[0]!.tagName).to.equal('TH');
      expect(row.cells[0]!.scope).to.equal('row');
    }
  });

  it('opens and closes by keyboard', async () => {
    const { el } = await draw(contracts['article']);
    one(el, '.fold')!.focus();
    await press('Enter');
    await until(() => isSeen(one(el, 'table')), 'the table');
    await press('Enter');
    await until(() => !isSeen(one(el, 'table')), 'the table closed');
  });

  it('shows 1,200 days in pages of 500, and the buttons turn them', async () => {
    const data = contract('many days', []);
    data.source.asOf = '2025-01-31';
    data.rows = Array.from({ length: 1200 }, (_, i) => ({
      period: new Date(Date.UTC(2021, 0, 1 + i)).toISOString().slice(0, 10),
      value: i,
    }));
    const { el } = await draw(data);
    const rows = cleaned(describeContract(data).rows);
    await openTable(el);
    const shown = (): string[][] => cells(one<HTMLTableElement>(el, 'table')!);
    const button = (i: number): HTMLButtonElement => all<HTMLButtonElement>(el, '[part~=table] p button')[i]!;
    expect(shown()).to.deep.equal(rows.slice(0, 500));
    expect(button(0).ariaDisabled).to.equal('true');
    button(1).click();
    await el.updateComplete;
    expect(shown()).to.deep.equal(rows.slice(500, 1000));
    expect(clean(one(el, '[part~=table] p')!.textContent)).to.include('Rows 501 to 1,000 of 1,200');
    button(1).click();
    await el.updateComplete;
    expect(shown()).to.deep.equal(rows.slice(1000));
    expect(button(1).ariaDisabled).to.equal('true');
    button(0).click();
    await el.updateComplete;
    expect(shown()).to.deep.equal(rows.slice(500, 1000));
    el.data = contract('few', [1, 2]);
    await until(() => shown().length === 2, 'the new rows, from the first');
  });
});

describe('reading: downloads', () => {
  interface Download {
    readonly name: string;
    readonly blob: Blob;
  }
  /** Presses a download button; the file that a reader would get. */
  async function download(el: Chart, format: string): Promise<Download> {
    const blobs = new Map<string, Blob>();
    let got: Download | undefined;
    const { createObjectURL } = URL;
    const click = HTMLAnchorElement.prototype.click;
    URL.createObjectURL = (blob) => {
      const url = createObjectURL.call(URL, blob);
      blobs.set(url, blob as Blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      got = { name: this.download, blob: blobs.get(this.href)! };
    };
    try {
      const button = all(el, 'button').find((one) => clean(one.textContent) === format)!;
      button.click();
      await until(() => got, `a ${format} file`);
      return got!;
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
  }
  const parse = (csv: string): string[][] =>
    csv
      .replace(/^\ufeff/, '')
      .split('\r\n')
      .filter(Boolean)
      .map((line) =>
        [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
          quoted === undefined ? bare! : quoted.replaceAll('""', '"'),
        ),
      );

  it('gives a CSV file that holds every row as it came', async () => {
    for (const name of ['article', 'mali-ucdp', 'days', 'gap-in-reports']) {
      const data = contracts[name];
      const { el } = await draw(data);
      const file = await download(el, 'CSV');
      expect(file.name).to.match(/\.csv$/);
      const text = await file.blob.text();
      const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.blob.arrayBuffer());
      expect(csv).to.equal(el.toCSV());
      expect(csv.startsWith('\ufeff'), 'a byte order mark for spreadsheets').to.equal(true);
      const [head, ...rows] = parse(text);
      const at = (column: string): number => head!.indexOf(column);
      expect(rows).to.have.length(data.rows.length);
      data.rows.forEach((row: any, i: number) => {
        expect(rows[i]![at('period')]).to.equal(row.period);
        expect(rows[i]![at('value')]).to.equal(row.value === null ? '' : String(row.value));
        expect(rows[i]![at('low')]).to.equal(row.low === undefined ? '' : String(row.low));
        expect(rows[i]![at('high')]).to.equal(row.high === undefined ? '' : String(row.high));
        expect(rows[i]![at('source')]).to.include(data.source.producer);
        expect(rows[i]![at('as_of')]).to.equal(data.source.asOf);
      });
      el.remove();
    }
  });

  it('gives an SVG file that stands by itself', async () => {
    for (const [name, data] of Object.entries(contracts)) {
      if (name === 'withdrawn') continue;
      const { el } = await draw(data);
      const svg = el.toSVG();
      const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      expect(root.tagName, `${name}: ${svg.slice(0, 80)}`).to.equal('svg');
      expect(svg, name).not.to.match(
        /var\(|@import|url\(\s*(?!#)|<style|<script|<foreignObject|\shref=|\sstyle=/i,
      );
      const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
      expect(ids, `${name}: ids would clash on a page`).to.deep.equal([]);
      const words = clean(root.textContent);
      expect(words, name).to.include(data.source.producer);
      for (const { value } of data.rows.slice(0, 2))
        if (value !== null && data.rows.length < 20)
          expect(words.replaceAll(/[^\d]/g, '')).to.include(String(value));
      el.remove();
    }
  });

  it('gives the same SVG as renderSVG does, at every width asked for', async () => {
    const data = contracts['article'];
    const { el } = await draw(data);
    for (const width of [320, 640, 1200])
      for (const theme of ['light', 'dark'] as const)
        expect(el.toSVG({ width, theme })).to.equal(renderSVG(data, { width, theme }));
    const shown = Math.round(el.getBoundingClientRect().width);
    expect(el.toSVG({ theme: 'light' })).to.equal(renderSVG(data, { width: shown, theme: 'light' }));
    const file = await download(el, 'SVG');
    expect(file.name).to.match(/\.svg$/);
    expect(await file.blob.text()).to.equal(el.toSVG());
  });

  it('writes the colours the page has chosen into the SVG file', async () => {
    const into = place();
    into.style.setProperty('--sahel-color-accent', 'rgb(1, 120, 3)');
    const { el } = await draw(contract('coloured'), { into });
    expect(el.toSVG()).to.include('#017803');
    expect(el.toSVG()).not.to.include('var(');
  });

  it('gives a PNG file of the asked size, with a picture in it', async function () {
    this.timeout(20_000);
    const { el } = await draw(contracts['article'], { attributes: { theme: 'light' } });
    const height = (width: number): number =>
      Number(/<svg[^>]* height="([\d.]+)"/.exec(el.toSVG({ width }))![1]);
    const file = await download(el, 'PNG');
    expect(file.name).to.match(/\.png$/);
    expect((await el.toPNG()).type).to.equal('image/png');
    for (const [blob, width, scale] of [
      [file.blob, Math.round(el.getBoundingClientRect().width), 2],
      [await el.toPNG({ width: 640 }), 640, 2],
      [await el.toPNG({ width: 400, scale: 1 }), 400, 1],
      [await el.toPNG({ width: 320, scale: 3 }), 320, 3],
    ] as const) {
      const image = await createImageBitmap(blob);
      expect(image.width).to.equal(width * scale);
      expect(image.height).to.be.closeTo(height(width) * scale, scale);
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4 * 7)
        colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
      expect(colours.size, 'colours').to.be.above(8);
      expect(data[3], 'an opaque ground').to.equal(255);
    }
  });

  it('hands nothing out before anything is drawn', async () => {
    const el = document.createElement('sahel-casualties');
    place().append(el);
    await settle();
    expect(() => el.toSVG()).to.throw();
    expect(() => el.toCSV()).to.throw();
    let refused = false;
    await el.toPNG().catch(() => (refused = true));
    expect(refused).to.equal(true);
  });
});

noErrorReachedThePage();
