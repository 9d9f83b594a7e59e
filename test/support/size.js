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
let over = 0;
for (const name of Object.keys(budgets)) {
  if (files.includes(name)) continue;
  over++;
  console.log(`${name.padEnd(18)} is missing`);
}
console.log(`${'dist/cdn'.padEnd(18)} minified     gzip   brotli`);
for (const name of files) {
  const file = readFileSync(new URL(name, cdn));
  const gzip = gzipSync(file, { level: 9 }).length;
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
process.exit(over ? 1 : 0);
