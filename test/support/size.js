// Bytes of the dist/cdn files, gzip -9 and brotli, against their budgets (1 kB = 1,000 bytes).
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const cdn = new URL('../../dist/cdn/', import.meta.url);
const budgets = {
  'casualties.js': { aim: 24_000, limit: 28_000 },
  'sahel-charts.js': { aim: 32_000, limit: 36_000 },
};

if (!existsSync(cdn)) {
  console.error('There is no dist/cdn: run npm run build first.');
  process.exit(1);
}
const files = readdirSync(cdn, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.js'))
  .sort();
const bytes = (count) => count.toLocaleString('en').padStart(8);
const zipped = (name) => gzipSync(readFileSync(new URL(name, cdn)), { level: 9 }).length;
let over = 0;
for (const name of Object.keys(budgets)) {
  if (files.includes(name)) continue;
  over++;
  console.log(`${name.padEnd(18)} is missing`);
}
console.log(`${'dist/cdn'.padEnd(18)} minified     gzip   brotli`);
for (const name of files) {
  const file = readFileSync(new URL(name, cdn));
  const gzip = zipped(name);
  const brotli = brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const { aim, limit } = budgets[name] ?? {};
  let verdict = '';
  if (gzip > limit) {
    over++;
    verdict = `FAIL: over ${bytes(limit).trim()} gzip`;
  } else if (gzip > aim) verdict = `over its aim of ${bytes(aim).trim()}, limit ${bytes(limit).trim()}`;
  else if (aim) verdict = `ok, aim ${bytes(aim).trim()}`;
  console.log(`${name.padEnd(18)} ${bytes(file.length)} ${bytes(gzip)} ${bytes(brotli)}  ${verdict}`);
}

// What a page fetches, gzip, by the languages it shows: a chart file carries English, each other one is a file of its own.
const languages = files.filter((name) => name.startsWith('lang/'));
const charts = Object.keys(budgets).filter((name) => files.includes(name));
const sets = [
  ['English', []],
  ...languages.map((name) => [`English, ${name.replace(/^lang\/|\.js$/g, '')}`, [name]]),
  [`all ${languages.length + 1}`, languages],
];
console.log(`\n${'languages, gzip'.padEnd(18)}${charts.map((name) => name.padStart(17)).join('')}`);
for (const [title, more] of sets) {
  const cells = charts.map((chart) =>
    bytes([chart, ...more].reduce((sum, name) => sum + zipped(name), 0)).padStart(17),
  );
  console.log(title.padEnd(18) + cells.join(''));
}
process.exit(over ? 1 : 0);
