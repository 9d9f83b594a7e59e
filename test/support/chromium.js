// Which Chromium the tests run in: $CHROME_PATH, else one installed on this machine, else the one inside the
// npm package @sparticuz/chromium (Linux on x64), unpacked once under node_modules/.cache.
// TEST_CHROMIUM=npm asks for the packaged one.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** An error whose message is the one sentence to print. */
export class NoBrowser extends Error {}

/** Options for puppeteer's launch(). */
export async function findChromium({ prefer = process.env.TEST_CHROMIUM } = {}) {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new NoBrowser(`CHROME_PATH names ${named}, which does not exist.`);
  const path = named || (prefer === 'npm' ? undefined : installed.find((candidate) => existsSync(candidate)));
  const args = process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : [];
  if (path) return { executablePath: path, args, headless: true };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new NoBrowser('No Chromium was found: install Chrome or Chromium, or set CHROME_PATH to one.');
  try {
    return await packaged();
  } catch (error) {
    throw new NoBrowser(
      `The packaged Chromium does not unpack (${error.message}): install Chromium (apt-get install chromium) or set CHROME_PATH.`,
    );
  }
}

async function packaged() {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const manifest = readFileSync(entry.replace(/build[\\/].*$/, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest);
  const dir = join(modules, '.cache/chromium', version);
  if (!existsSync(join(dir, 'ready'))) await unpack(dir, version);
  return {
    executablePath: join(dir, 'chromium'),
    args: ['--no-sandbox'],
    headless: 'shell',
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(dir, 'al2023/lib'),
      FONTCONFIG_FILE: join(dir, 'fonts.conf'),
    },
  };
}

/** Unpacks beside the place and moves it there in one step, so that two runs at once cannot spoil each other. */
async function unpack(dir, version) {
  const work = `${dir}.${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const saved = { TMPDIR: process.env.TMPDIR, AWS_LAMBDA_JS_RUNTIME: process.env.AWS_LAMBDA_JS_RUNTIME };
  try {
    process.env.TMPDIR = work; // the package unpacks into os.tmpdir()
    process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x'; // its own libnss3, libnspr4 and libexpat too
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    for (const [key, value] of Object.entries(saved))
      if (value === undefined) delete process.env[key];
      else process.env[key] = value;
  }
  const families = '<family>DejaVu Sans</family><family>Open Sans</family>';
  writeFileSync(
    join(work, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
      `<dir>${join(modules, 'dejavu-fonts-ttf/ttf')}</dir><dir>${dir}/fonts</dir><cachedir>${dir}/fonts-cache</cachedir>` +
      `<alias><family>sans-serif</family><prefer>${families}</prefer></alias></fontconfig>`,
  );
  writeFileSync(join(work, 'ready'), version);
  if (!existsSync(join(dir, 'ready'))) rmSync(dir, { recursive: true, force: true });
  try {
    renameSync(work, dir);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    if (!existsSync(join(dir, 'ready'))) throw error; // else another run was first
  }
}
