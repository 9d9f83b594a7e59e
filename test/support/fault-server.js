// A server that fails on command, for browser tests. A test stores a script under a name and asks for
// /__faults/answer/<name>: status, headers and body come as the script says, piece by piece, each piece behind a gate
// that the test opens. It also keeps a log of who asked, and whether they hung up before the end.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const scripts = new Map();
const logs = new Map();
const gates = new Map();

/** A promise per gate; opening one that nobody has reached yet is remembered. */
function gate(name) {
  if (!gates.has(name)) {
    let open;
    const opened = new Promise((done) => (open = done));
    gates.set(name, { opened, open });
  }
  return gates.get(name);
}

async function text(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function bytes({ text = '', base64, spaces }) {
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  if (spaces !== undefined) return Buffer.alloc(spaces, 0x20);
  return Buffer.from(text, 'utf8');
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function answer(name, request, response) {
  const script = scripts.get(name);
  const entry = {
    url: request.url,
    cookie: request.headers.cookie ?? '',
    referrer: request.headers.referer ?? '',
    accept: request.headers.accept ?? '',
    hungUp: false,
    done: false,
  };
  logs.set(name, [...(logs.get(name) ?? []), entry]);
  response.on('close', () => {
    entry.hungUp = !response.writableFinished;
    entry.done = true;
  });
  if (!script) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('no such script');
    return;
  }
  const { status = 200, headers = {}, chunks = [], hold, end = 'close', drip } = script;
  if (hold) await gate(hold).opened;
  if (end === 'never' && !chunks.length && !drip) return;
  if (status === 0) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...headers,
  });
  response.flushHeaders();
  for (const chunk of chunks) {
    if (chunk.gate) await gate(chunk.gate).opened;
    if (chunk.wait) await pause(chunk.wait);
    if (response.destroyed) return;
    response.write(bytes(chunk));
  }
  while (drip && !response.destroyed) {
    response.write(' ');
    await pause(drip);
  }
  if (end === 'cut') {
    await pause(20);
    response.destroy();
  } else if (end === 'close') response.end();
}

let elsewhere;
/** The same answers from another origin. */
function otherOrigin(hostname) {
  elsewhere ??= new Promise((done, fail) => {
    const server = createServer((request, response) => {
      const [, name] = /^\/__faults\/answer\/([\w-]+)/.exec(request.url) ?? [];
      void answer(name, request, response);
    }).on('error', fail);
    server.listen(0, hostname, () => done(`http://${hostname}:${server.address().port}`));
    server.unref();
  });
  return elsewhere;
}

/** For `middleware` of the test runner's config: first in the row, so that nothing else touches an answer. */
export function faultServer() {
  return async (context, next) => {
    const [, kind, name] = /^\/__faults\/([\w-]+)(?:\/([\w-]+))?$/.exec(context.path) ?? [];
    if (!kind) return next();
    if (kind === 'answer') {
      context.respond = false;
      void answer(name, context.req, context.res);
      return undefined;
    }
    context.set('cache-control', 'no-store');
    context.type = 'application/json';
    if (kind === 'script') {
      scripts.set(name, JSON.parse(await text(context.req)));
      context.body = '{}';
    } else if (kind === 'open') {
      gate(name).open();
      context.body = '{}';
    } else if (kind === 'log') {
      context.body = JSON.stringify(logs.get(name) ?? []);
    } else if (kind === 'elsewhere') {
      context.body = JSON.stringify(await otherOrigin(context.hostname));
    } else if (kind === 'fixtures') {
      const folder = join(fixtures, name);
      const names = readdirSync(folder).filter((file) => file.endsWith('.json'));
      context.body = JSON.stringify(
        Object.fromEntries(
          names.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
        ),
      );
    } else context.status = 404;
    return undefined;
  };
}
