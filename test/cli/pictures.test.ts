import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { crc32 } from '../../src/cli/crc32.js';
import { NO_RASTERISER, rasterise } from '../../src/cli/png.js';
import { cli, fixture, folderWith, readContract } from './run-cli.js';

interface PNG {
  readonly width: number;
  readonly height: number;
  readonly texts: Readonly<Record<string, string>>;
  /** The compressed picture, without the texts that travel with it. */
  readonly pixels: string;
}

/** Reads the chunks of a PNG, each of which must have its checksum. */
function readPNG(bytes: Uint8Array): PNG {
  const png = Buffer.from(bytes);
  assert.equal(png.toString('latin1', 1, 4), 'PNG');
  const texts: Record<string, string> = {};
  let pixels = '';
  let at = 8;
  while (at < png.length) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    assert.equal(png.readUInt32BE(at + 8 + length), crc32(png.subarray(at + 4, at + 8 + length)), type);
    if (type === 'IDAT') pixels += body.toString('base64');
    if (type === 'iTXt') {
      const [keyword = '', , , , , text = ''] = body.toString('utf8').split('\0');
      texts[keyword] = text;
    }
    at += length + 12;
  }
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), texts, pixels };
}

async function render(name: string, ...args: string[]): Promise<PNG> {
  const { code, bytes } = await cli(['render', fixture(name), '--to', 'png', ...args]);
  assert.equal(code, 0);
  return readPNG(bytes);
}

test('the checksum is the one of the PNG standard', () => {
  assert.equal(crc32(Buffer.from('IEND')), 0xae426082);
});
for (const [size, width, height] of [
  ['og', 1200, 628],
  ['square', 1080, 1080],
  ['story', 1080, 1920],
] as const)
  test(`${size} is exactly ${width} × ${height} px, for every chart, also one that is withdrawn or full of words`, async () => {
    for (const name of [
      'casualties/article',
      'casualties/withdrawn',
      'casualties/long-words',
      'attribution/many-actors',
      'gold-gauge/article',
      'attribution/empty',
    ]) {
      const png = await render(`${name}.json`, '--size', size);
      assert.deepEqual([png.width, png.height], [width, height], name);
    }
  });
test('an article’s PNG has twice the pixels of its SVG', async () => {
  const { out } = await cli(['render', fixture('casualties/article.json'), '--to', 'svg', '--width', '500']);
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(out)!;
  const png = await render('casualties/article.json', '--width', '500');
  assert.deepEqual([png.width, png.height], [2 * Number(width), 2 * Number(height)]);
  assert.equal(Number(width), 500);
});
test('where a language is read from the right, text ends in a PNG where it starts on a page', async () => {
  const text = (more: string): string => `<text x="50" y="20"${more}>123</text></svg>`;
  const svg = (root: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="30"${root}>`;
  const draw = async (picture: string): Promise<string> => readPNG(await rasterise(picture, 1, {})).pixels;
  const left = await draw(svg('') + text(' text-anchor="end"'));
  assert.equal(await draw(svg(' direction="rtl"') + text('')), left);
  assert.equal(await draw(svg(' direction="rtl"') + text(' text-anchor="start"')), left);
  assert.notEqual(await draw(svg(' direction="ltr"') + text('')), left);
  for (const size of ['article', 'og'])
    assert.match(
      (
        await cli([
          'render',
          fixture('casualties/article.json'),
          '--to',
          'svg',
          '--size',
          size,
          '--lang',
          'ar',
        ])
      ).out,
      /^<svg [^>]*direction="rtl"/,
    );
});
test('title, summary, source with its dates, and licence travel inside the PNG', async () => {
  const { texts } = await render('casualties/mali-ucdp.json', '--lang', 'fr');
  assert.equal(texts.Title, 'Personnes tuées au Mali');
  assert.match(texts.Source!, /UCDP 25\.1.*31 décembre 2024/);
  assert.equal(texts.Copyright, 'CC BY 4.0');
  assert.ok(texts.Description!.length > 40);
});
test('text is really drawn: two titles are two pictures', async () => {
  const pixels = async (title: string): Promise<string> => {
    const contract = { ...readContract('casualties/article.json'), title };
    const { bytes } = await cli(['render', '-', '--to', 'png'], { input: JSON.stringify(contract) });
    return readPNG(bytes).pixels;
  };
  assert.notEqual(await pixels('Aaaa'), await pixels('Bbbb'));
  assert.equal(await pixels('Aaaa'), await pixels('Aaaa'));
});
test('no font of the machine is read: every family comes out as DejaVu Sans', async () => {
  const draw = async (family: string, text = 'Bamako'): Promise<string> =>
    readPNG(
      await rasterise(
        `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text x="2" y="20" font-family="${family}">${text}</text></svg>`,
        1,
        {},
      ),
    ).pixels;
  for (const family of ['Arial', 'Liberation Serif, serif', 'monospace'])
    assert.equal(await draw(family), await draw('DejaVu Sans'), family);
  assert.notEqual(await draw('Arial'), await draw('Arial', ''), 'and it is not left out');
});
for (const name of [
  'casualties/article',
  'attribution/mali-ucdp',
  'gold-gauge/industrial-2024',
  'casualties/long-words',
  'casualties/many-events',
])
  test(`${name}: every word of a frame stands inside it, the source last`, async () => {
    for (const [size, width, height] of [
      ['og', 1200, 628],
      ['square', 1080, 1080],
      ['story', 1080, 1920],
    ] as const) {
      const { out } = await cli(['render', fixture(`${name}.json`), '--to', 'svg', '--size', size]);
      const scale = Number(/<g transform="scale\(([\d.]+)\)">/.exec(out)![1]);
      assert.ok(scale >= 0.9, `${size}: ${scale}`);
      for (const [, x, y, block] of out.matchAll(
        /<g transform="translate\(([\d.-]+) ([\d.-]+)\)">((?:<text[^>]*>[^<]*<\/text>)+)/g,
      ))
        for (const [, dx, dy] of block!.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"/g)) {
          const [left, top] = [(Number(x) + Number(dx)) * scale, (Number(y) + Number(dy)) * scale];
          assert.ok(left > 0 && left < width && top > 0 && top < height, `${size}: ${left}, ${top}`);
        }
    }
  });
for (const size of ['article', 'og', 'square', 'story'])
  test(`an SVG of size ${size} is self-contained: no style sheet, id, address or variable; the source whole in its metadata`, async () => {
    const { out } = await cli([
      'render',
      fixture('attribution/mali-ucdp.json'),
      '--to',
      'svg',
      '--size',
      size,
    ]);
    assert.doesNotMatch(out, /var\(|url\(|href|<style|<image|<script|\sid=|\sclass="(?!fill-|stroke-|halo)/);
    assert.match(
      out,
      /<metadata>Civilians killed in one-sided violence in Mali, by perpetrator\. Source: UCDP 25\.1.*CC BY 4\.0\. [^<]*<\/metadata>/,
    );
    assert.equal(out.split('xmlns').length, 2);
  });

test('without the rasteriser PNG is refused in one sentence, and everything else goes on', () => {
  // A package of ours in a project that was installed without optional dependencies.
  const folder = folderWith();
  const root = fileURLToPath(new URL('../../', import.meta.url));
  writeFileSync(
    join(folder, 'absent.mjs'),
    `export async function resolve(name, context, next) {
      if (name.startsWith('@resvg/')) throw Object.assign(new Error('absent'), { code: 'ERR_MODULE_NOT_FOUND' });
      return next(name, context);
    }`,
  );
  mkdirSync(join(folder, 'x'));
  writeFileSync(
    join(folder, 'start.mjs'),
    `import { register } from 'node:module'; register('./absent.mjs', import.meta.url);`,
  );
  const run = (to: string) =>
    spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        '--import',
        join(folder, 'start.mjs'),
        'src/cli/main.ts',
        'render',
        fixture('gold-gauge/article.json'),
        '--to',
        to,
      ],
      { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
    );
  const png = run('png');
  assert.deepEqual([png.status, png.stdout, png.stderr.trim().split('\n').at(-1)], [2, '', NO_RASTERISER]);
  assert.equal(run('text').status, 0);
});
test('the sentence about the rasteriser names the version of package.json', () => {
  const { optionalDependencies } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as {
    optionalDependencies: Record<string, string>;
  };
  assert.ok(
    NO_RASTERISER.endsWith(`npm install @resvg/resvg-wasm@${optionalDependencies['@resvg/resvg-wasm']}`),
  );
});
