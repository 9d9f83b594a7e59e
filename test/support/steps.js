// npm test, npm run test:all and npm run verify: the steps in order, and the sum of their counts at the end.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { findFirefox } from './firefox.js';
import { findWebkit } from './webkit-launcher.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const plan = process.argv[2];
const basic = ['format', 'lint', 'types', 'build', 'test:node', 'test:browser'];
// `npm run size` is not among them yet: casualties.js is over its limit (CHANGELOG, "Known").
const rest = ['build:storybook', 'test:stories', 'pack:check'];
// CI names ENGINES=all once it has installed them; elsewhere verify runs those it finds.
const found = [findFirefox() && 'firefox', !findWebkit().absent.length && 'webkit'].filter(Boolean);
const engines = plan === 'all' || process.env.ENGINES === 'all' ? ['firefox', 'webkit'] : found;

const plans = {
  test: basic,
  all: [...basic, 'test:engines'],
  verify: [...basic, ...(engines.length ? ['test:engines'] : []), ...rest],
};
const steps = plans[plan];
if (!steps) {
  console.error(`Name one of: ${Object.keys(plans).join(', ')}.`);
  process.exit(1);
}

let passed = 0;
let failed = 0;

/** Runs one npm script; true when it succeeded. */
async function run(script) {
  const start = Date.now();
  console.log(`\n── ${script}`);
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: root,
    env: { ...process.env, BROWSERS: engines.join(',') },
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  let counted = 0;
  for await (const coloured of createInterface({ input: child.stdout })) {
    const line = stripVTControlCharacters(coloured); // the test runner moves the cursor even in a pipe
    console.log(line);
    const [, good, bad] = /^\w+: (\d+) passed, (\d+) failed/.exec(line) ?? [];
    if (good === undefined) continue;
    passed += Number(good);
    failed += Number(bad);
    counted += Number(bad);
  }
  const code = child.exitCode ?? (await new Promise((done) => child.on('close', done)));
  console.log(`── ${script}: ${code === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  if (code !== 0 && !counted) failed++;
  return code === 0;
}

// npm test stops at the first failure; verify goes on, so that one run tells all, unless nothing was built.
const faulty = [];
for (const script of steps) {
  if (await run(script)) continue;
  faulty.push(script);
  if (plan === 'test' || plan === 'all' || script === 'build') break;
}

if (faulty.length) console.log(`\nFailed: ${faulty.map((script) => `npm run ${script}`).join(', ')}`);
else if (plan === 'verify' && engines.length < 2)
  console.log(
    `\nNot run for want of a browser: ${engines.includes('firefox') ? '' : 'firefox '}${engines.includes('webkit') ? '' : 'webkit'}`,
  );
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(faulty.length ? 1 : 0);
