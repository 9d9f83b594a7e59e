// What the command line writes for the article's three contracts, byte for byte, as test/fixtures/cli holds it.
// UPDATE_GOLDEN=1 accepts what it writes now: look at it first. Of pictures the posters are kept, of the others the hash.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { cli, filesIn, fixture, folderWith, RUNTIME, RUNTIME_FILES } from './run-cli.js';

const SIZES = ['article', 'og', 'square', 'story'];
const FORMS = ['script', 'iframe', 'figure', 'oembed', 'page'];

/** Every file of every command, by its path. */
async function writeAll(chart: string): Promise<Map<string, Buffer>> {
  const folder = folderWith();
  const file = fixture(`${chart}/article.json`);
  const place = (name: string): string => join(folder, name);
  const runs: string[][] = [
    ...['svg', 'html', 'csv', 'text'].flatMap((to) =>
      ['en', 'fr'].map((lang) => [
        'render',
        file,
        '--to',
        to,
        '--lang',
        lang,
        '-o',
        place(`article.${lang}.${to}`),
      ]),
    ),
    ...SIZES.map((size) => ['render', file, '--to', 'png', '--size', size, '-o', place(`${size}.png`)]),
    ...FORMS.map((form) => [
      'embed',
      file,
      '--as',
      form,
      '--base-url',
      `https://charts.example.org/${chart}/`,
      '--runtime',
      RUNTIME,
      '--runtime-files',
      RUNTIME_FILES,
      '-o',
      place(form),
    ]),
  ];
  for (const run of runs) assert.equal((await cli(run)).code, 0, run.join(' '));
  return filesIn(folder);
}

const isHashed = (name: string): boolean => name.endsWith('.png') && !name.endsWith('poster.png');

for (const chart of ['casualties', 'attribution', 'gold-gauge'])
  test(`the article’s ${chart} chart: every file is as committed, and the same on a second run`, async () => {
    const written = await writeAll(chart);
    assert.deepEqual(await writeAll(chart), written, 'two runs');
    const hashes = [...written]
      .filter(([name]) => isHashed(name))
      .map(([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`)
      .join('');
    const kept = new Map([...written].filter(([name]) => !isHashed(name)));
    kept.set('pictures.sha256', Buffer.from(hashes));
    const folder = fixture(`cli/${chart}`);
    if (process.env.UPDATE_GOLDEN)
      for (const [name, content] of kept) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
    const differing = [...kept].filter(
      ([name, content]) =>
        !existsSync(join(folder, name)) || !readFileSync(join(folder, name)).equals(content),
    );
    assert.deepEqual(
      differing.map(([name]) => name),
      [],
      'look at what changed, then UPDATE_GOLDEN=1',
    );
    assert.deepEqual(
      [...filesIn(folder).keys()].filter((name) => !kept.has(name)),
      [],
      'files that nothing writes',
    );
  });
