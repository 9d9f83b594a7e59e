// npm run bench: ours and its peers against a hand-written chart, in Chromium.
//   --quick   fewer rounds, writes nothing
//   --check   writes nothing, exit code 1 when a case is over its limit
//   --only=columns,days   some cases, writes nothing
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { NoBrowser } from '../support/chromium.js';
import { cases } from './cases.js';
import { Bench } from './measure.js';
import { judge, printTable, writePage } from './report.js';
import { files } from './serve.js';

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const isCheck = args.includes('--check');
const only = args
  .find((arg) => arg.startsWith('--only='))
  ?.slice(7)
  .split(',');
const unknown = args.filter((arg) => !['--quick', '--check'].includes(arg) && !arg.startsWith('--only='));
const chosen = cases.filter(({ id }) => !only || only.includes(id));

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}

if (unknown.length) stop(`Unknown option ${unknown[0]}; there are --quick, --check and --only=case,case.`);
if (only?.some((id) => !cases.some((one) => one.id === id)))
  stop(`--only takes ${cases.map(({ id }) => id).join(', ')}.`);
for (const file of files)
  if (!existsSync(new URL(`../../dist/cdn/${file}.js`, import.meta.url)))
    stop(`There is no dist/cdn/${file}.js: run npm run build first.`);

const version = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).version;
const load = loadavg()[0];
const rows = [];
let bench;
try {
  bench = await Bench.open();
  for (const one of chosen) {
    const start = Date.now();
    process.stdout.write(`${one.name} … `);
    const measured = await bench[one.kind](one, isQuick ? one.quick : one.rounds);
    rows.push(...judge(one, measured));
    console.log(`${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
} catch (error) {
  if (!(error instanceof NoBrowser)) throw error;
  stop(error.message);
} finally {
  await bench?.close();
}

console.log(`\n${bench.version}; multiples of vanilla-svg, medians${isQuick ? ' of few rounds' : ''}\n`);
console.log(printTable(rows));

if (!isQuick && !isCheck && !only) {
  const docs = new URL('../../docs/', import.meta.url);
  mkdirSync(docs, { recursive: true });
  const [{ model }] = cpus();
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    browser: bench.version.replace(/^Headless/, '').replace('/', ' '),
    cores: cpus().length,
    processor: model.trim() === 'unknown' ? 'CPU' : model.trim(),
    node: process.versions.node,
    load: load.toFixed(1),
    versions: [
      ['sahel-charts', version('../../package.json')],
      ['uPlot', version('../../node_modules/uplot/package.json')],
      ['Chart.js', version('../../node_modules/chart.js/package.json')],
      ['ECharts', version('../../node_modules/echarts/package.json')],
      ['Observable Plot', version('../../node_modules/@observablehq/plot/package.json')],
    ],
  };
  writeFileSync(new URL('performance.md', docs), writePage(rows, machine));
  console.log('\nWritten to docs/performance.md.');
}

const over = rows.filter(({ isOver }) => isOver);
for (const { name, limit, cells } of over)
  console.log(`OVER: ${name}: ${cells['sahel-charts']}, limit ${limit.replace('≤ ', '')}`);
process.exit(isCheck && over.length ? 1 : 0);
