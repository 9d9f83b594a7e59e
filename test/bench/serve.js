// Serves the bench's pages from memory, on this machine only: a build that runs meanwhile changes nothing.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const unmapped = (code) => code.replace(/^\/\/# sourceMappingURL=.*$/m, '');

/** In the order of every round; the reference first. `library` is a file that a page would load before. */
const libraries = {
  'vanilla-svg': () => '',
  'sahel-charts': () => read('../../dist/cdn/casualties.js'),
  uplot: () => `${read('../../node_modules/uplot/dist/uPlot.iife.min.js')};globalThis.uPlot = uPlot;`,
  'chart-js': () => read('../../node_modules/chart.js/dist/chart.umd.min.js'),
};
export const names = Object.keys(libraries);

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

/** Serves `/` (every candidate loaded), `/only/<name>` (one), `/first` (none) and `/code/<name>.js`. */
export async function serve() {
  const files = new Map([
    ['/', page(names)],
    ['/first', page([])],
    ['/page.js', read('page.js')],
  ]);
  for (const name of names) {
    files.set(`/only/${name}`, page([name]));
    files.set(`/code/${name}.js`, `${unmapped(libraries[name]())}\n${read(`candidates/${name}.js`)}`);
  }
  const server = createServer(({ url }, response) => {
    const body = files.get(url);
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
