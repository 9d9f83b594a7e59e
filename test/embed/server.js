// The newsroom's chart server, for tests: another origin, with dist/cdn, the fixtures, and pages made from frame.html.
// What it sends is open to every origin, as the guide asks; under /closed/ it is not.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const types = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html; charset=utf-8' };
const folders = { cdn: '../../dist/cdn/', closed: '../../dist/cdn/', fixtures: '../fixtures/', test: './' };

/** frame.html as a newsroom may set it up, with a probe that tells the test what goes on inside. */
function framePage(text, query) {
  const inline = query.get('test-inline');
  const contract = inline && readFileSync(new URL(`../fixtures/${inline}.json`, import.meta.url), 'utf8');
  const json = contract && `<script type="application/json">${contract.replaceAll('<', '\\u003c')}</script>`;
  return text
    .replace('<script', '<script src="/test/probe.js" defer></script><script')
    .replace('data-allow=""', `data-allow="${query.get('test-allow') ?? ''}"`)
    .replace('</body>', `${json ?? ''}</body>`);
}

function answer(request, response) {
  const origin = `http://${request.headers.host}`;
  const { pathname, searchParams } = new URL(request.url, origin);
  const [, folder, path] = /^\/(\w+)\/([\w./-]*)$/.exec(pathname) ?? [];
  const headers = {
    'cache-control': 'no-store',
    ...(folder !== 'closed' && { 'access-control-allow-origin': '*' }),
    ...(searchParams.has('test-csp') && {
      'content-security-policy': `default-src 'none'; script-src ${origin}; style-src ${origin}; connect-src ${origin}; img-src data:; require-trusted-types-for 'script'`,
    }),
  };
  if (pathname === '/away') {
    response.writeHead(302, { ...headers, location: searchParams.get('to') }).end();
    return;
  }
  try {
    if (!folders[folder] || path.includes('..')) throw new Error('no such folder');
    const file = readFileSync(new URL(`${folders[folder]}${path}`, import.meta.url));
    const body = path === 'frame.html' ? framePage(file.toString(), searchParams) : file;
    response.writeHead(200, { ...headers, 'content-type': types[extname(path)] ?? 'text/plain' }).end(body);
  } catch {
    response.writeHead(404, headers).end();
  }
}

/** For `middleware` of the test runner's config: /__embed tells the origin. */
export function embedServer() {
  let started;
  return async (context, next) => {
    if (context.path !== '/__embed') return next();
    started ??= new Promise((done, fail) => {
      const server = createServer(answer).on('error', fail);
      server.listen(0, context.hostname, () => done(`http://${context.hostname}:${server.address().port}`));
      server.unref();
    });
    context.body = JSON.stringify(await started);
    return undefined;
  };
}
