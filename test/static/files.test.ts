import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';
import { parseCSV } from '../../src/cli/csv.js';
import { frameHeight } from '../../src/static/frame-height.js';
import { describe, renderHTML } from '../../src/static/index.js';
import { drawPicture } from '../../src/static/picture.js';
import { prepare } from '../../src/static/still.js';
import { writeTable } from '../../src/static/table.js';
import { altText, writeText } from '../../src/static/text.js';
import { readFixture } from '../support/golden.js';

const CHARTS = ['casualties', 'attribution', 'gold-gauge'];
const fixtures = CHARTS.flatMap((chart) =>
  readdirSync(new URL(`../fixtures/${chart}/`, import.meta.url)).map(
    (file) => [chart, file.replace('.json', '')] as const,
  ),
);

for (const [chart, name] of fixtures)
  for (const lang of ['en', 'fr'])
    test(`${chart}/${name} in ${lang}: title and source are in every file, no address and no id in any picture`, () => {
      const contract = readFixture(chart, name);
      const still = prepare(contract, { lang });
      const { title, source, summary } = describe(contract, lang);
      const text = writeText(still);
      for (const one of [title, summary, source.text]) assert.ok(text.includes(one), one);
      assert.match(text, /\n\nalt: .{40,}\n$/);
      const { rows } = parseCSV(writeTable(still));
      const header = rows[0]!;
      assert.deepEqual(header.slice(-4), ['title', 'source', 'as_of', 'licence']);
      for (const row of rows.slice(1)) {
        assert.equal(row.length, header.length);
        assert.equal(row.at(-4)!.replace(/^'/, ''), title);
        // A reference of a gauge may have a source of its own.
        assert.match(row.at(-2)!, /^\d{4}-\d\d-\d\d$/);
        if (chart !== 'gold-gauge') assert.equal(row.at(-2), contract.source.asOf);
      }
      if (name === 'days' || name === 'months-dense') return;
      const { svg } = drawPicture(still, 'og');
      assert.doesNotMatch(svg, /var\(|url\(|\shref=|\sid=|<style|<script|<image/);
    });

// --- CSV

test('the CSV of the article, byte for byte', () => {
  assert.equal(
    writeTable(prepare(readFixture('casualties', 'article'))),
    '\ufeffperiod,from,through,days,value,low,high,same_period,status,note,title,source,as_of,licence\r\n' +
      '2024,2024-01-01,2024-12-31,366,924,,,,complete,,Civilians reported killed in Mali,"ACLED, via AFP, 21 November 2025",2025-11-21,\r\n' +
      '2025,2025-01-01,2025-11-21,325,434,,,,partial,,Civilians reported killed in Mali,"ACLED, via AFP, 21 November 2025",2025-11-21,\r\n',
  );
});
for (const text of [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '  =1+1',
  '＝1+1',
  '=HYPERLINK("http://x","y")',
])
  test(`a cell that a spreadsheet would run is made harmless: ${JSON.stringify(text)}`, () => {
    const contract = readFixture('casualties', 'article');
    const { rows } = parseCSV(
      writeTable(
        prepare({
          ...contract,
          title: text,
          source: { ...contract.source, producer: text, via: undefined, licence: text },
          rows: [{ period: '2024', value: 1, note: text }],
        }),
      ),
    );
    for (const cell of rows[1]!) assert.doesNotMatch(cell, /^\s*[=+@\t\r＝＋－＠-]/);
    assert.equal(rows[1]!.at(-1), `'${text.trim()}`);
  });
test('the CSV of a withdrawn chart has the reason and no figure', () => {
  const csv = writeTable(prepare(readFixture('casualties', 'withdrawn')));
  const { rows } = parseCSV(csv);
  assert.equal(rows.length, 2);
  assert.match(rows[1]![rows[0]!.indexOf('note')]!, /^Withdrawn on 2 March 2025\./);
  assert.doesNotMatch(csv, /702|924/);
});

// --- text

test('plain text is plain: no markup, and no entity', () => {
  const text = writeText(prepare({ ...readFixture('casualties', 'article'), title: 'A & B <b>' }));
  assert.match(text, /^A & B <b>\n/);
  assert.doesNotMatch(text, /&amp;|&lt;|<svg|<p>/);
});
test('the rows of plain text have the signs of their language', () => {
  const row = (lang: string): string =>
    /^- 2024.*$/m.exec(writeText(prepare(readFixture('casualties', 'article'), { lang })))![0];
  assert.equal(
    row('en'),
    '- 2024; Covers: 1 January 2024 – 31 December 2024; Days: 366; Killed: 924; Status: complete',
  );
  assert.match(row('fr'), /^- 2024\u00a0; Jours couverts\u00a0: .* Tués\u00a0: 924\u00a0; /);
  assert.match(row('ar'), /^- 2024؛ [^;]*: 924؛ [^;]*$/);
});
test('a long table is told to be longer', () => {
  const text = writeText(prepare(readFixture('casualties', 'days')));
  assert.equal(text.split('\n- ').length - 1, 60);
  assert.match(text, /\nRows 1 to 60 of \d+\n/);
});
test('an alt has no straight apostrophe, whatever the contract says', () => {
  const contract = readFixture('casualties', 'article');
  assert.doesNotMatch(altText(prepare({ ...contract, place: "in Côte d'Ivoire" })), /'/);
});

// --- JSON-LD

const dataset = (contract: unknown, lang = 'en'): Record<string, any> | undefined => {
  const [, json] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(renderHTML(contract, { lang })) ?? [];
  return json === undefined ? undefined : (JSON.parse(json) as Record<string, any>);
};
test('HTML carries a schema.org Dataset in the words of the page', () => {
  const told = dataset(readFixture('casualties', 'mali-ucdp'))!;
  const { title, summary } = describe(readFixture('casualties', 'mali-ucdp'));
  assert.equal(told['@context'], 'https://schema.org');
  assert.equal(told['@type'], 'Dataset');
  assert.equal(told.name, title);
  assert.ok(told.description.includes(summary) && told.description.length >= 50);
  assert.deepEqual(told.creator, { '@type': 'Organization', name: 'UCDP 25.1' });
  assert.equal(told.license, 'CC BY 4.0');
  assert.equal(told.temporalCoverage, '2012-01-01/2024-12-31');
  assert.match(told.isBasedOn, /^https:/);
  assert.deepEqual(told.variableMeasured, ['Days', 'Killed', 'Low', 'High']);
});
test('what is told of a Dataset are whole sentences, each with one full stop', () => {
  const contract = readFixture('casualties', 'article');
  assert.match(
    dataset(contract)!.description,
    /, by year, 2024 to 21 November 2025\. In 2024, 924 civilians /,
  );
  for (const [subtitle, begin] of [
    ['A count.', 'A count. In 2024,'],
    ['How many?', 'How many? In 2024,'],
    ['Said “so.”', 'Said “so.” In 2024,'],
    ['Said so (twice)', 'Said so (twice). In 2024,'],
  ])
    assert.ok(dataset({ ...contract, subtitle })!.description.startsWith(begin), subtitle);
  for (const chart of CHARTS)
    for (const lang of ['en', 'fr', 'ar'])
      assert.doesNotMatch(dataset(readFixture(chart, 'article'), lang)!.description, /[.!?؟]\./);
});
test('a title that ends as a sentence does gets no second end, in an alt text and inside a picture', () => {
  const contract = { ...readFixture('casualties', 'article'), title: 'How many were killed?' };
  const still = prepare(contract);
  assert.match(drawPicture(still, 'og').svg, /<metadata>How many were killed\? Source: /);
  assert.match(
    drawPicture(prepare({ ...contract, title: 'Killed' }), 'og').svg,
    /<metadata>Killed\. Source: /,
  );
  assert.doesNotMatch(altText(still), /[?.]\. /);
});
test('a Dataset covers no day after the figures, and none of a forecast or a capacity', () => {
  assert.equal(dataset(readFixture('casualties', 'article'))!.temporalCoverage, '2024-01-01/2025-11-21');
  assert.equal(
    dataset(readFixture('gold-gauge', 'industrial-2024'))!.temporalCoverage,
    '2019-01-01/2024-12-31',
  );
});
test('a withdrawn or empty chart is no Dataset', () => {
  assert.equal(dataset(readFixture('casualties', 'withdrawn')), undefined);
  assert.equal(dataset(readFixture('casualties', 'empty')), undefined);
});
test('no text ends the script that holds the Dataset', () => {
  const html = renderHTML({ ...readFixture('casualties', 'article'), title: '</script><b>' });
  assert.equal(html.split('</script').length, 2);
  assert.ok(html.includes('\\u003c/script>'));
  assert.equal(
    dataset({ ...readFixture('casualties', 'article'), title: '</script><b>' })!.name,
    '</script><b>',
  );
});

// --- Heights

test('a frame is higher for more words, and for a narrower column', () => {
  const article = readFixture('casualties', 'article');
  const still = prepare(article);
  assert.ok(frameHeight(still, 320) > frameHeight(still, 640));
  assert.equal(
    frameHeight(prepare({ ...article, caveat: 'x' }), 640) -
      frameHeight(prepare({ ...article, caveat: undefined }), 640),
    frameHeight(prepare({ ...article, caveat: 'y' }), 640) -
      frameHeight(prepare({ ...article, caveat: undefined }), 640),
  );
});
test('a first line that tells the separator is no row', () => {
  assert.deepEqual(parseCSV('\ufeffsep=;\r\na,b;c\r\n1;2\r\n').rows, [
    ['a,b', 'c'],
    ['1', '2'],
  ]);
});
