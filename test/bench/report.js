// From measured numbers to ratios, to a table on the screen and to docs/performance.md.
import { candidates } from './cases.js';

const LABELS = {
  'vanilla-svg': 'vanilla-svg',
  'sahel-charts': 'sahel-charts',
  uplot: 'uPlot',
  'chart-js': 'Chart.js',
  echarts: 'ECharts',
  plot: 'Plot',
};
const OURS = 'sahel-charts';

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

/** Rows of the table: what each candidate takes of the reference, and whether ours keeps its limit. */
export function judge(one, measured) {
  const { kind, limit } = one;
  if (kind === 'leak') {
    const cells = byName(one, ({ nodes, listeners }) => `${nodes}, ${listeners}`, measured);
    const { nodes, listeners } = measured[one.names.indexOf(OURS)];
    return [
      {
        one,
        name: one.name,
        limit: '0, 0',
        cells,
        reference: cells['vanilla-svg'],
        isOver: nodes > limit || listeners > limit,
      },
    ];
  }
  if (kind === 'heap') {
    const ratios = byName(one, (bytes) => bytes / measured[0], measured);
    const reference = `${(measured[0] / 1e6).toFixed(1)} MB`;
    return [
      {
        one,
        name: one.name,
        limit: `≤ ${limit}`,
        cells: byName(one, ratio, Object.values(ratios)),
        reference,
        isOver: ratios[OURS] > limit,
      },
    ];
  }
  return [judgeTime(one, measured, 'laidOut', 0), judgeTime(one, measured, 'painted', 1)];
}

/** What `tell` says of each candidate of a case, by its name. */
const byName = ({ names }, tell, list) =>
  Object.fromEntries(names.map((name, i) => [name, tell(list[i], i)]));

const ENDS = { laidOut: 'laid out', painted: 'painted' };

function judgeTime(one, measured, end, at) {
  const limit = one.limit[end];
  const ratios = byName(one, (_, i) => measured.map((round) => round[i][at] / round[0][at]), one.names);
  const median = byName(one, (name) => quantile(ratios[name], 0.5), one.names);
  const cells = byName(one, (name) => ratio(median[name]), one.names);
  cells[OURS] += ` (${ratio(quantile(ratios[OURS], 0.25))}–${ratio(quantile(ratios[OURS], 0.75))})`;
  const times = measured.map((round) => round[0][at]);
  return {
    one,
    name: `${one.name}, ${ENDS[end]}`,
    limit: limit === undefined ? '' : `≤ ${limit}`,
    cells,
    reference: `${quantile(times, 0.5).toFixed(1)} ms`,
    isOver: median[OURS] > limit,
  };
}

const ratio = (value) => (value < 0.1 ? value.toFixed(3) : value.toFixed(2));

const columns = ['case', 'limit', ...candidates.slice(1).map((name) => LABELS[name]), 'reference', ''];
const line = ({ name, limit, cells, reference, isOver }) => [
  name,
  limit,
  ...candidates.slice(1).map((name) => cells[name] ?? '–'),
  reference,
  limit && (isOver ? 'OVER' : 'ok'),
];

export function printTable(rows) {
  const table = [columns, ...rows.map(line)];
  const widths = columns.map((_, i) => Math.max(...table.map((cells) => cells[i].length)));
  return table
    .map((cells) =>
      cells
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** docs/performance.md as text. `machine` says what it ran on. */
export function writePage(rows, machine) {
  const table = [columns, columns.map((_, i) => (i ? '--:' : '---')), ...rows.map(line)];
  const over = rows.filter(({ isOver }) => isOver);
  return `# Performance

Written by \`npm run bench\` on ${machine.date}: ${machine.browser}, ${machine.cores} × ${machine.processor}, load ${machine.load} before the run,
Node ${machine.node}, ${machine.versions.map(([name, version]) => `${name} ${version}`).join(', ')}. Do not edit it: run the bench again.

${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

${over.length ? `Over its limit: ${over.map(({ name }) => name).join('; ')}.` : 'Every case keeps its limit.'}

Numbers are multiples of **vanilla-svg**: the same marks, title, subtitle, axes, labels, key, source line and tooltip,
written by hand for one page and set by one \`innerHTML\`. It checks nothing, and has no summary, table, download,
keyboard or second language. A number is the median over rounds of (candidate ÷ reference in the same round); ours is
followed by its quartiles; “–” where a library does not draw that kind of chart. The column “reference” is the reference itself on this machine. Ratios hold from run to run
within about a third; milliseconds do not. The last row counts nodes, then listeners.

## The cases

${[...new Set(rows.map(({ one }) => one))].map((one) => `- **${one.name}**${one.rounds ? ` (${one.rounds} rounds${one.warmUp ? ` after ${one.warmUp} to warm up` : ''})` : ''}: ${one.about}`).join('\n')}

Every candidate gets the same contract, freshly parsed, in a box ${rows[0].one.width} px wide where nothing else is said, and draws in the same
round, one after another. ECharts draws SVG, Chart.js and uPlot a canvas. Ours draws an attribution with \`view="stack"\`, which is what the others draw.
The clock runs from before the first call. “Laid out”: until style and layout are forced by \`getBoundingClientRect\`.
“Painted”: until the browser has also painted the frame (frames are not held back to 60 a second; an empty one takes about
2 ms and is in every number). Small charts are held to the first, which is the stricter for them. Long rows are held to
the second: painting is most of what they cost a reader, and a canvas puts most of its work there.
Ours is the chart's own file of \`dist/cdn/\` as published (\`sahel-charts.js\` for the mixed page), fed by the \`data\` property and awaited by \`updateComplete\`.

## To repeat it

\`\`\`sh
npm run build
npm run bench             # some minutes; writes this page
npm run bench -- --quick  # fewer rounds; writes nothing
npm run bench -- --check  # writes nothing; exit code 1 when a case is over its limit
\`\`\`

Chromium is the one the tests use (\`CHROME_PATH\` names another). Let nothing else run on the machine meanwhile.
`;
}
