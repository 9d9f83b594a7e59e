import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { HELP } from '../../src/cli/help.js';
import { findJSONFault } from '../../src/cli/json-fault.js';
import { VERSION } from '../../src/version.js';
import { cli, filesIn, fixture, folderWith, read, readContract, RUNTIME, RUNTIME_FILES } from './run-cli.js';

const article = fixture('casualties/article.json');
const refused = (): string =>
  JSON.stringify({
    ...readContract('casualties/article.json'),
    measure: 'hurt',
    rows: [{ period: '2024', value: '924' }],
  });

// --- help and the command line itself

test('--help names every command, and each command has options and examples of its own', async () => {
  const { code, out } = await cli(['--help']);
  assert.equal(code, 0);
  for (const name of ['check', 'render', 'embed', 'import']) {
    assert.ok(out.includes(`sahel-charts ${name} `), name);
    const told = await cli([name, '--help']);
    assert.deepEqual([told.code, told.out], [0, HELP[name]]);
    assert.match(told.out, /\nExamples\n {2}\S/);
    assert.deepEqual(await cli(['help', name]), told);
  }
});
test('no line of the help is wider than a terminal of 110 columns', () => {
  for (const text of Object.values(HELP))
    for (const line of text.split('\n')) assert.ok(line.length <= 110, line);
});
test('--version is the package’s version', async () => {
  assert.deepEqual(await cli(['--version']), {
    code: 0,
    out: `${VERSION}\n`,
    bytes: Buffer.from(`${VERSION}\n`),
    errors: [],
    raw: '',
  });
});
for (const [args, sentence] of [
  [[], 'sahel-charts: a command is missing. See: sahel-charts --help'],
  [['draw'], 'sahel-charts: there is no command "draw". See: sahel-charts --help'],
  [['constructor'], 'sahel-charts: there is no command "constructor". See: sahel-charts --help'],
  [
    ['check'],
    'sahel-charts: name the file of a contract, or - for standard input. See: sahel-charts check --help',
  ],
  [['check', '--loud', article], "sahel-charts: unknown option '--loud'. See: sahel-charts check --help"],
  [
    ['render', article],
    'sahel-charts: say what to write: --to svg|png|html|csv|text. See: sahel-charts render --help',
  ],
  [
    ['render', article, '--to', 'pdf'],
    'sahel-charts: --to is one of svg, png, html, csv, text, not "pdf". See: sahel-charts render --help',
  ],
  [
    ['render', article, '--to', 'svg', '--width', '20'],
    'sahel-charts: --width is a number from 240 to 1600, not "20". See: sahel-charts render --help',
  ],
  ...['0', '1601', 'NaN', '1e3', '640px', ''].map(
    (width) =>
      [
        ['render', article, '--to', 'svg', `--width=${width}`],
        `sahel-charts: --width is a number from 240 to 1600, not "${width}". See: sahel-charts render --help`,
      ] as const,
  ),
  ...['abc', '-1', 'Infinity', '9007199254740993000'].map(
    (max) =>
      [
        ['render', article, '--to', 'svg', `--max=${max}`],
        `sahel-charts: --max is a number from 0 to 9007199254740992, not "${max}". See: sahel-charts render --help`,
      ] as const,
  ),
  [
    ['render', article, '--to', 'svg', '--max', '-1'],
    'sahel-charts: --max needs a value. See: sahel-charts render --help',
  ],
  [
    ['render', article, '--to', 'svg', '-o'],
    'sahel-charts: --output needs a value. See: sahel-charts render --help',
  ],
  [
    ['render', article, '--to', 'svg', '--theme', 'auto'],
    'sahel-charts: --theme is one of light, dark, not "auto". See: sahel-charts render --help',
  ],
  [
    ['embed', article, '--as', 'page', '--theme', 'nope'],
    'sahel-charts: --theme is one of auto, light, dark, not "nope". See: sahel-charts embed --help',
  ],
  [
    ['embed', article, '--as', 'page', '--max', '5'],
    'sahel-charts: --max is for still pictures; live charts share a scale by scale-group. See: sahel-charts embed --help',
  ],
  [
    ['embed', article, '--as', 'script', '--runtime', 'https://desk:secret@cdn.example.org/0.1.0/'],
    'sahel-charts: --runtime holds a user’s name or password, which every reader of the page would see. See: sahel-charts embed --help',
  ],
  [
    ['embed', article, '--as', 'figure', '-o', '-'],
    'sahel-charts: the form "figure" has files to publish: name a folder with -o. See: sahel-charts embed --help',
  ],
  [['check', '--Loud', article], "sahel-charts: unknown option '--Loud'. See: sahel-charts check --help"],
  [
    ['render', article, article, '--to', 'svg'],
    'sahel-charts: name a folder for several files: -o FOLDER. See: sahel-charts render --help',
  ],
  [
    ['render', article, '--to', 'csv', '--size', 'og'],
    'sahel-charts: --size is for pictures: svg and png. See: sahel-charts render --help',
  ],
  [
    ['embed', article],
    'sahel-charts: say in which form: --as script|iframe|figure|oembed|page. See: sahel-charts embed --help',
  ],
  [
    ['embed', article, '--as', 'script'],
    'sahel-charts: this form needs --runtime. See: sahel-charts embed --help',
  ],
  [
    ['embed', article, '--as', 'figure'],
    'sahel-charts: the form "figure" has files to publish: name a folder with -o. See: sahel-charts embed --help',
  ],
  [
    ['import', 'rows.csv'],
    'sahel-charts: name the sheet that says what the rows are: --about about.csv. See: sahel-charts import --help',
  ],
] as const)
  test(`sahel-charts ${args.map((one) => (one === article ? 'FILE' : one)).join(' ')}: one sentence, exit code 2`, async () => {
    const { code, out, errors } = await cli(args);
    assert.deepEqual({ code, out, errors }, { code: 2, out: '', errors: [sentence] });
  });

// --- check

test('check: a good contract and its notes on standard output, exit code 0', async () => {
  const { code, out, errors } = await cli(['check', article]);
  assert.deepEqual([code, errors], [0, []]);
  assert.deepEqual(out.split('\n'), [
    `${article}: good (casualties/1), 2 notes`,
    `${article}: source.asOf: The end of the partial period is inferred from the date of publication; the chart says so. (W_PARTIAL)`,
    `${article}: source: ACLED asks for more in its citation: accessed, query, changes. (W_SOURCE)`,
    '',
  ]);
});
test('check: every fault of a refused contract is one line with file and JSON path, exit code 1', async () => {
  const { code, out, errors } = await cli(['check', '-'], { input: refused() });
  assert.deepEqual([code, out], [1, '']);
  assert.deepEqual(errors, [
    'standard input: casualties: measure: expected "killed" or "injured" or "killed-and-injured", received "hurt" (E_SCHEMA)',
    'standard input: casualties: rows[0].value: expected a number without quotes; null where it is not known, received "924" (E_TYPE)',
  ]);
});
for (const [what, input, line] of [
  [
    'no JSON',
    '{\n  "schema": "casualties/1",\n}',
    'standard input: is not JSON: line 3, column 1, at `}` (E_JSON)',
  ],
  ['nothing', '', 'standard input: is not JSON: line 1, column 1, at the end of the file (E_JSON)'],
  [
    'no UTF-8',
    Buffer.from([0x7b, 0xe9, 0x7d]),
    'standard input: is not UTF-8 (E_ENCODING); in a spreadsheet, save as "CSV UTF-8"',
  ],
] as const)
  test(`check: ${what} cannot be read, exit code 2`, async () => {
    const { code, errors } = await cli(['check', '-'], { input });
    assert.deepEqual([code, errors], [2, [line]]);
  });
test('check: a file that is not there and a folder cannot be read', async () => {
  const folder = folderWith();
  const { code, errors } = await cli(['check', join(folder, 'a.json'), folder]);
  assert.equal(code, 2);
  assert.deepEqual(errors, [
    `${join(folder, 'a.json')}: cannot be read: there is no such file`,
    `${folder}: cannot be read: it is a folder`,
  ]);
});
test('check: of many files every one is told, the worst gives the exit code, and the sum stands last', async () => {
  const folder = folderWith({ 'bad.json': refused(), 'no.json': '{' });
  const good = await cli(['check', article, join(folder, 'bad.json')]);
  assert.equal(good.code, 1);
  const { code, out, errors } = await cli([
    'check',
    join(folder, 'no.json'),
    join(folder, 'bad.json'),
    article,
  ]);
  assert.deepEqual([code, errors.length], [2, 3]);
  assert.ok(out.endsWith('\n3 files: 1 good, 1 refused, 1 not read\n'), out);
});
test('check: a byte order mark before the contract does not matter', async () => {
  assert.equal((await cli(['check', '-'], { input: `\ufeff${read(article)}` })).code, 0);
});
test('nothing in a name or in data moves the cursor or makes a second line', async () => {
  const contract = { ...readContract('casualties/article.json'), measure: 'a\nb\u001b[2Jc' };
  const { errors, raw } = await cli(['check', '-', 'x\u001b[31m\ny'], { input: JSON.stringify(contract) });
  assert.equal(errors.length, 2);
  assert.doesNotMatch(raw.replaceAll('\n', ''), /\p{Cc}/u);
});
test('progress on many files is shown on a terminal, and nowhere else', async () => {
  const { raw } = await cli(['check', article, article], { isTerminal: true });
  assert.ok(raw.includes('[2/2]') && raw.endsWith('\r\u001b[K'), JSON.stringify(raw));
  assert.equal((await cli(['check', article, article])).raw, '');
  assert.equal((await cli(['check', article], { isTerminal: true })).raw, '');
});

test('JSON that breaks off is told by line and column', () => {
  for (const [text, told] of [
    ['{"a":1,}', 'line 1, column 8, at `}`'],
    ['{"a":\n[1 2]}', 'line 2, column 4, at `2`'],
    ['{"a"', 'line 1, column 5, at the end of the file'],
    ['{a: 1}', 'line 1, column 2, at `a`'],
    ["{'a': 1}", "line 1, column 2, at `'`"],
    ['{"a": “b”}', 'line 1, column 7, at `“`'],
    ['{"a": 01}', 'line 1, column 8, at `1`'],
    ['{"a": "x\ny"}', 'line 1, column 7, at `"`'],
    ['{} {}', 'line 1, column 4, at `{`'],
    ['[]]', 'line 1, column 3, at `]`'],
    ['{"a": tru}', 'line 1, column 7, at `t`'],
    ['{"a" 1}', 'line 1, column 6, at `1`'],
    ['{"a":1 "b":2}', 'line 1, column 8, at `"`'],
  ] as const) {
    assert.throws(() => JSON.parse(text), SyntaxError);
    assert.equal(findJSONFault(text), told, text);
  }
});

// --- render

test('render writes to standard output, to a file, or into a folder under the file’s own name', async () => {
  const folder = folderWith();
  const { out } = await cli(['render', article, '--to', 'svg']);
  assert.match(out, /^<svg [\s\S]*<\/svg>\n$/);
  await cli(['render', article, '--to', 'svg', '-o', join(folder, 'deep/a.svg')]);
  assert.equal(read(join(folder, 'deep/a.svg')), out);
  for (const args of [[article], ['-']])
    assert.equal(
      (await cli(['render', ...args, '--to', 'svg', '-o', '-'], { input: read(article) })).out,
      out,
    );
  await cli(['render', '-', '--to', 'svg', '-o', `${folder}/`], { input: read(article) });
  assert.equal(read(join(folder, 'chart.svg')), out);
  const many = await cli([
    'render',
    article,
    fixture('casualties/mali-ucdp.json'),
    '--to',
    'text',
    '-o',
    join(folder, 'texts'),
  ]);
  assert.deepEqual([...filesIn(join(folder, 'texts')).keys()], ['article.txt', 'mali-ucdp.txt']);
  assert.equal(many.out, '2 files: 2 good\n');
});
test('render: a refused contract writes nothing, and the next file is still written', async () => {
  const folder = folderWith({ 'bad.json': refused() });
  const { code, errors } = await cli([
    'render',
    join(folder, 'bad.json'),
    article,
    '--to',
    'csv',
    '-o',
    join(folder, 'out'),
  ]);
  assert.equal(code, 1);
  assert.equal(errors.filter((line) => /\(E_/.test(line)).length, 2);
  assert.deepEqual([...filesIn(join(folder, 'out')).keys()], ['article.csv']);
});
test('render: options reach the picture, and what could not be followed is told', async () => {
  const render = (...args: string[]) =>
    cli(['render', fixture('casualties/cumulative-months.json'), '--to', 'svg', ...args]);
  const plain = (await render()).out;
  for (const args of [
    ['--lang', 'fr'],
    ['--theme', 'dark'],
    ['--view', 'cumulative'],
    ['--width', '400'],
    ['--size', 'og'],
    ['--max', '100000'],
  ])
    assert.notEqual((await render(...args)).out, plain, args.join(' '));
  const { code, errors } = await render('--lang', 'bm', '--view', 'pie', '--highlight', '1999');
  assert.equal(code, 0);
  for (const note of ['W_LANG', 'W_VIEW', 'W_HIGHLIGHT'])
    assert.ok(
      errors.some((line) => line.endsWith(`(${note})`)),
      note,
    );
});

// --- embed

test('embed writes the folder to publish and the snippet to paste, and names every file', async () => {
  const folder = folderWith();
  const { code, out } = await cli([
    'embed',
    article,
    '--as',
    'oembed',
    '--base-url',
    'https://charts.example.org/mali',
    '--runtime',
    RUNTIME,
    '--runtime-files',
    RUNTIME_FILES,
    '--provider',
    'The Desk',
    '-o',
    folder,
  ]);
  assert.equal(code, 0);
  const names = ['index.html', 'contract.json', 'oembed.json', 'poster.png', 'snippet.txt'];
  assert.deepEqual(
    out.trim().split('\n'),
    names.map((name) => join(folder, name)),
  );
  assert.deepEqual([...filesIn(folder).keys()], [...names].sort());
  assert.equal(
    (JSON.parse(read(join(folder, 'oembed.json'))) as { provider_name: string }).provider_name,
    'The Desk',
  );
  assert.deepEqual(JSON.parse(read(join(folder, 'contract.json'))), readContract('casualties/article.json'));
});
test('embed without a folder prints the snippet or the page', async () => {
  const script = await cli([
    'embed',
    article,
    '--as',
    'script',
    '--runtime',
    RUNTIME,
    '--runtime-files',
    RUNTIME_FILES,
  ]);
  assert.match(script.out, /^<sahel-casualties lang="en">/);
  const dash = await cli(
    [
      ...['embed', '-', '--as', 'script', '-o', '-'],
      ...['--runtime', RUNTIME, '--runtime-files', RUNTIME_FILES],
    ],
    { input: read(article) },
  );
  assert.equal(dash.out, script.out);
  const page = await cli(['embed', '-', '--as', 'page', '--lang', 'fr', '--runtime-files', RUNTIME_FILES], {
    input: read(article),
  });
  assert.match(page.out, /^<!doctype html>\n<html lang="fr"/);
  assert.ok(page.out.indexOf('lang/fr.js') < page.out.indexOf('cdn/casualties.js'));
});
test('embed: a refused contract and a missing runtime make no file', async () => {
  const folder = folderWith({ 'bad.json': refused() });
  const out = join(folder, 'out');
  assert.equal((await cli(['embed', join(folder, 'bad.json'), '--as', 'page', '-o', out])).code, 1);
  const { code, errors } = await cli([
    'embed',
    article,
    '--as',
    'page',
    '--runtime-files',
    folder,
    '-o',
    out,
  ]);
  assert.deepEqual(
    [code, errors],
    [2, [`${join(folder, 'casualties.js')}: is not there; --runtime-files names a copy of dist/cdn`]],
  );
  assert.equal(existsSync(out), false);
});
test('two files for one place are not written over one another', async () => {
  const text = JSON.stringify(readContract('casualties/article.json'));
  const [first, second] = [1, 2].map(() => join(folderWith({ 'mali.json': text }), 'mali.json'));
  const out = join(folderWith({}), 'out');
  const told = await cli(['render', first!, second!, '--to', 'svg', '-o', out]);
  assert.equal(told.code, 2);
  assert.equal(told.out, '2 files: 1 good, 1 not read\n');
  assert.deepEqual(
    told.errors.filter((line) => !line.includes('W_')),
    [`${second}: would be written over ${join(out, 'mali.svg')}, which is of ${first}`],
  );
});
test('dollars in a title are dollars: in the picture, in what travels inside it, in the PNG', async () => {
  const title = "Gold at US$& $' $` $$";
  const text = JSON.stringify({ ...readContract('casualties/article.json'), title });
  const file = join(folderWith({ 'dollars.json': text }), 'dollars.json');
  const { out } = await cli(['render', file, '--to', 'svg']);
  const written = 'Gold at US$&amp; $&#39; $` $$';
  assert.equal(out.split('</svg>').length, 2);
  assert.match(out, /^<svg [^]*<\/metadata>[^]*<\/svg>\n$/);
  assert.ok(out.split(written).length > 2, 'as its title and in its metadata');
  const { code, bytes } = await cli(['render', file, '--to', 'png']);
  assert.deepEqual([code, bytes.subarray(1, 4).toString()], [0, 'PNG']);
});
test('what cannot be written, or read twice, is said in one line', async () => {
  const file = join(folderWith({ 'a.json': '{}' }), 'a.json');
  const under = await cli(['render', article, '--to', 'svg', '-o', join(file, 'x.svg')]);
  assert.deepEqual(
    [under.code, under.errors.filter((line) => !line.includes('W_'))],
    [2, [`${join(file, 'x.svg')}: cannot be written: part of its path is no folder`]],
  );
  const twice = await cli(['check', '-', '-']);
  assert.deepEqual(
    [twice.code, twice.errors],
    [2, ['sahel-charts: standard input, -, can be named once. See: sahel-charts check --help']],
  );
});
test('UTF-16 without a mark is refused by its name', async () => {
  const file = join(folderWith({ 'a.json': Buffer.from('{"schema": 1}', 'utf16le') }), 'a.json');
  const { code, errors } = await cli(['check', file]);
  assert.equal(code, 2);
  assert.match(errors.join(), /a\.json: is not UTF-8 \(E_ENCODING\)/);
});
