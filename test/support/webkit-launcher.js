// A test-runner launcher for Debian's WebKitGTK: W3C WebDriver over fetch, no dependency. It starts Xvfb on a free
// display and poses as a puppeteer launcher, so that sendKeys, sendMouse and setViewport work.
// apt-get install -y --no-install-recommends webkit2gtk-driver xvfb
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './loopback.js';

const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  ' ': ' ',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};
const BUTTON = { left: 0, middle: 1, right: 2 };

const onPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((dir) => dir && existsSync(join(dir, name)));

function findMiniBrowser() {
  const named = process.env.WEBKIT_PATH;
  if (named) return existsSync(named) ? named : undefined;
  if (!existsSync('/usr/lib')) return undefined;
  const dirs = readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'));
  return dirs
    .flatMap((dir) => ['4.1', '4.0'].map((api) => `/usr/lib/${dir}/webkit2gtk-${api}/MiniBrowser`))
    .find((path) => existsSync(path));
}

/** The browser's path, and the Debian packages that are still to be installed. */
export function findWebkit() {
  const binary = findMiniBrowser();
  const absent = [];
  if (!binary || !onPath('WebKitWebDriver')) absent.push('webkit2gtk-driver');
  if (!process.env.DISPLAY && !onPath('Xvfb')) absent.push('xvfb');
  return { binary, absent };
}

export function webkitLauncher({ binary = findWebkit().binary, width = 800, height = 600 } = {}) {
  let base,
    session,
    children = [],
    active = new Map(),
    started;
  const call = async (method, path, body) => {
    const r = await fetch(base + path, {
      method,
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    const { value } = await r.json();
    if (!r.ok) throw new Error(`${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  const cmd = (method, path, body) => call(method, `/session/${session}${path}`, body);
  const actions = (list) => cmd('POST', '/actions', { actions: list });
  const pointer = (acts) =>
    actions([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: acts }]);
  async function start() {
    const env = {
      ...process.env,
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    };
    if (!env.DISPLAY) {
      // -displayfd: Xvfb picks a free display and says which
      const x = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      });
      children.push(x);
      env.DISPLAY =
        ':' +
        (await new Promise((done, fail) => {
          x.on('error', fail);
          x.stdio[3].once('data', (d) => done(String(d).trim()));
        }));
    }
    const port = await freePort();
    children.push(spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], { env, stdio: 'ignore' }));
    base = `http://127.0.0.1:${port}`;
    for (let i = 0; ; i++) {
      try {
        await call('GET', '/status');
        break;
      } catch (e) {
        if (i > 100) throw e;
        await sleep(50);
      }
    }
    const got = await call('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary, args: ['--automation'] },
        },
      },
    });
    session = got.sessionId;
    await cmd('POST', '/window/rect', { width, height });
  }
  const key = (acts) => actions([{ type: 'key', id: 'kb', actions: acts }]);
  const code = (k) =>
    KEYS[k] ??
    (k.length === 1
      ? k
      : (() => {
          throw new Error(`unknown key ${k}`);
        })());
  const page = {
    keyboard: {
      down: (k) => key([{ type: 'keyDown', value: code(k) }]),
      up: (k) => key([{ type: 'keyUp', value: code(k) }]),
      press: (combo) => {
        const ks = combo === '+' ? ['+'] : combo.split('+').map(code);
        return key([
          ...ks.map((value) => ({ type: 'keyDown', value })),
          ...ks.reverse().map((value) => ({ type: 'keyUp', value })),
        ]);
      },
      type: (text) =>
        key(
          [...text].flatMap((value) => [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ]),
        ),
    },
    mouse: {
      move: (x, y) => pointer([{ type: 'pointerMove', duration: 0, x, y }]),
      click: (x, y, { button = 'left' } = {}) =>
        pointer([
          { type: 'pointerMove', duration: 0, x, y },
          { type: 'pointerDown', button: BUTTON[button] },
          { type: 'pointerUp', button: BUTTON[button] },
        ]),
      down: ({ button = 'left' } = {}) => pointer([{ type: 'pointerDown', button: BUTTON[button] }]),
      up: ({ button = 'left' } = {}) => pointer([{ type: 'pointerUp', button: BUTTON[button] }]),
      reset: async () => {
        await cmd('DELETE', '/actions');
        await pointer([{ type: 'pointerMove', duration: 0, x: 0, y: 0 }]);
      },
    },
    async setViewport({ width: w, height: h }) {
      const size = () =>
        cmd('POST', '/execute/sync', {
          script: 'return [innerWidth, innerHeight, outerWidth, outerHeight]',
          args: [],
        });
      for (let i = 0; i < 10; i++) {
        const [iw, ih, ow, oh] = await size();
        if (iw === w && ih === h) return;
        await cmd('POST', '/window/rect', { width: ow + w - iw, height: oh + h - ih });
        await sleep(30);
      }
      throw new Error(`viewport ${w}x${h} not reached: ${await size()}`);
    },
    emulateMediaFeatures: () => Promise.reject(new Error('no media emulation in WebKitGTK')),
  };
  const launcher = {
    name: 'webkit',
    type: 'puppeteer', // so that the runner's own commands talk to getPage() below, set-viewport too
    concurrency: 1,
    async startSession(id, url) {
      await (started ??= start());
      active.set(id, url);
      await page.setViewport({ width, height });
      await cmd('POST', '/url', { url });
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => active.get(id),
    async stopSession(id) {
      active.delete(id);
      await cmd('POST', '/url', { url: 'about:blank' });
      return {};
    },
    async startDebugSession() {
      throw new Error('not here');
    },
    async stop() {
      try {
        if (session) await call('DELETE', `/session/${session}`);
      } catch {
        /* gone */
      }
      for (const c of children.reverse()) c.kill();
      children = [];
    },
    // what @web/test-runner-commands calls when type is 'puppeteer'
    getPage: () => page,
  };
  return launcher;
}
