// npm run build: dist/ from src/, step by step, each with its time.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const script = (path) => fileURLToPath(new URL(path, import.meta.url));
const tool = (path) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));

const steps = [
  ['types', [tool('typescript/bin/tsc'), '--project', 'test/tsconfig.build.json']],
  ['modules and files for a CDN', [tool('rollup/dist/bin/rollup'), '--config', '--silent']],
  ['JSON Schemas', ['--import', 'tsx', script('write-schemas.js')]],
  ['custom elements manifest', [script('write-manifest.js')]],
];

const run = (args) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    child.on('error', fail);
    child.on('close', (code) => done(code));
  });

const start = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
rmSync(new URL('../../dist', import.meta.url), { recursive: true, force: true });
for (const [index, [name, args]] of steps.entries()) {
  const since = Date.now();
  process.stdout.write(`build ${index + 1}/${steps.length}: ${name} … `);
  const code = await run(args);
  if (code !== 0) {
    console.error(`\nThe build failed at: ${name}.`);
    process.exit(1);
  }
  console.log(seconds(since));
}
console.log(`build: done in ${seconds(start)}`);
