// Serves the bench's pages from memory, on this machine only: a build that runs meanwhile changes nothing.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const unmapped = (code) => code.replace(/^\/\/# sourceMappingURL=.*$/m, '');

const library = (path) => unmapped(read(`../../node_modules/${path}`));
const hand = (...names) => names.map((name) => read(`candidates/${name}.js`)).join('\n');

/** What a page loads for each candidate: its library, if there is one, and what draws with it. */
const codes = {
  'vanilla-svg': () => hand('vanilla-svg', 'vanilla-stack', 'vanilla-gauge'),
  uplot: () => `${library('uplot/dist/uPlot.iife.min.js')};globalThis.uPlot = uPlot;\n${hand('uplot')}`,
  'chart-js': () => `${library('chart.js/dist/chart.umd.min.js')}\n${hand('peers', 'chart-js')}`,
  echarts: () => `${classic(library('echarts/dist/echarts.min.js'))}\n${hand('peers', 'echarts')}`,
  plot: () =>
    `${classic(library('d3/dist/d3.min.js'))}\n${classic(library('@observablehq/plot/dist/plot.umd.min.js'))}\n${hand('peers', 'plot')}`,
};
/** Ours, by the file that a page loads: one chart each, or all three. */
export const files = ['casualties', 'attribution', 'gold-gauge', 'sahel-charts'];
for (const file of files)
  codes[`ours/${file}`] = () => `${unmapped(read(`../../dist/cdn/${file}.js`))}\n${hand('sahel-charts')}`;

/** Scripts that look for their global in `this`, which a module does not have. */
function classic(code) {
  return `(function () {${code}\n}).call(globalThis);`;
}

/** The name of a candidate's code: ours depends on the case. */
export const codeOf = (name, ours) => (name === 'sahel-charts' ? `ours/${ours}` : name);

const paragraph =
  'A page of news has text around its charts, so the fonts are there and the page is laid out before any of them draws. ';

const page = (scripts) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Bench</title>
<style>
${read('../../node_modules/uplot/dist/uPlot.min.css')}
${read('page.css')}
</style>
<h1>Bench</h1>
<p>${paragraph.repeat(3)}</p>
<p class="small"><b>${paragraph}</b></p>
<script src="/page.js"></script>
${scripts.map((name) => `<script type="module" src="/code/${name}.js"></script>`).join('\n')}
</html>`;

/** Serves `/all/<file>` (every candidate, ours from that file), `/only/<code>` (one), `/first` (none) and `/code/<code>.js`. */
export async function serve() {
  const served = new Map([
    ['/first', page([])],
    ['/page.js', read('page.js')],
  ]);
  const peers = Object.keys(codes).filter((name) => !name.startsWith('ours/'));
  for (const file of files) served.set(`/all/${file}`, page([...peers, `ours/${file}`]));
  for (const name of Object.keys(codes)) {
    served.set(`/only/${name}`, page([name]));
    served.set(`/code/${name}.js`, codes[name]());
  }
  const server = createServer(({ url }, response) => {
    const body = served.get(url);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': url.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
      // A page apart from all others has the fine clock (5 µs instead of 100).
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cache-control': 'no-store',
    });
    response.end(body ?? '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
