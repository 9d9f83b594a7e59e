// Runs test/**/*.test.ts and *.test.mjs in Node; arguments narrow it to the paths that hold one of them.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { countFaults } from './counts.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(new URL('../', import.meta.url), { recursive: true })
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.test\.(ts|mjs)$/.test(name))
  .filter((name) => !wanted.length || wanted.some((part) => name.includes(part)))
  .sort();
if (!files.length) {
  console.error(wanted.length ? `No test file under test/ matches ${wanted.join(' ')}.` : 'No Node test.');
  process.exit(1);
}

const reporter = new URL('node-reporter.js', import.meta.url).href;
const child = spawn(
  process.execPath,
  ['--import', 'tsx', '--test', '--test-concurrency=2', `--test-reporter=${reporter}`, ...files],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
);
let counts;
for await (const line of createInterface({ input: child.stdout })) {
  if (line.startsWith('#counts ')) counts = JSON.parse(line.slice(8));
  else if (line) console.log(line);
}
const code = child.exitCode ?? (await new Promise((done) => child.on('close', done)));

const { passed = 0, failed = 0, faults = ['node: the run broke off.'], files: ran = 0 } = counts ?? {};
if (!wanted.length) faults.push(...countFaults('node', passed + failed));
if (code && !failed && !faults.length) faults.push(`node: the test runner ended with code ${code}.`);
for (const fault of faults) console.log(fault);
console.log(`node: ${passed} passed, ${failed + faults.length} failed (${ran} files)`);
process.exit(failed || faults.length ? 1 : 0);
