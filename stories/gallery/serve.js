// npm start: builds, then serves the gallery. PORT chooses the port.
import { spawn } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const host = '127.0.0.1';
const port = Number(process.env.PORT || 4173);
const place = (path) => fileURLToPath(new URL(path, import.meta.url));
// The longest prefix comes first.
const folders = [
  ['/dist/', place('../../dist/')],
  ['/fixtures/', place('../../test/fixtures/')],
  ['/', place('./')],
];
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

// What a strict newsroom sends: the gallery proves that the charts live under it. data: is the PNG download.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";

/** The file that an address names, or undefined: outside the three folders there is nothing. */
function fileOf(address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, 'http://gallery').pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  const [prefix, folder] = folders.find(([start]) => path.startsWith(start)) ?? [];
  if (!folder) return undefined;
  const file = normalize(join(folder, path.slice(prefix.length)));
  if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined;
  const hidden = /(^|[\\/])\./.test(file.slice(folder.length));
  if (hidden) return undefined;
  for (const candidate of [file, join(file, 'index.html')]) {
    const found = statSync(candidate, { throwIfNoEntry: false });
    if (found?.isFile()) return { path: candidate, size: found.size };
  }
  return undefined;
}

let isBuilt = false;
const server = createServer((request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  if (!isBuilt) {
    response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', refresh: '2' });
    response.end(
      '<!doctype html><title>Building</title><p>The gallery is being built; this page comes back by itself.',
    );
    return;
  }
  const file = fileOf(request.url);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(file.path)] ?? 'application/octet-stream',
    'content-length': file.size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    ...(extname(file.path) === '.html'
      ? { 'content-security-policy': policy }
      : { 'access-control-allow-origin': '*' }), // a copied snippet works in any page on this machine
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file.path).pipe(response);
});

function listen() {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  });
}

function build() {
  const script = place('../../test/support/build.js');
  return new Promise((done) => spawn(process.execPath, [script], { stdio: 'inherit' }).on('close', done));
}

if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`PORT is a number from 1 to 65535, not "${process.env.PORT}".`);
  process.exit(1);
}
try {
  await listen(); // before the build, so that a taken port is told at once
} catch (error) {
  const reason = error.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${error.code})`;
  console.error(
    `Port ${port} ${reason}; choose another, for example: PORT=${port === 65535 ? 4174 : port + 1} npm start`,
  );
  process.exit(1);
}
const code = await build();
if (code !== 0) process.exit(1);
isBuilt = true;
console.log(`\nThe gallery: http://${host}:${port}/   (Ctrl+C stops it)`);
