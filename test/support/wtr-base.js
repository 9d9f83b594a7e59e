// What both test/wtr.config.js and test/wtr.all.config.js say.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { embedServer } from '../embed/server.js';
import { cdpPlugin, screenshotPlugin } from './commands.js';
import { faultServer } from './fault-server.js';
import { loopback } from './loopback.js';
import { oneD3 } from './one-d3.js';
import { tapPlugin } from './touch.js';

/** Prints the sentence and ends the run. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

const names = readdirSync(fileURLToPath(new URL('..', import.meta.url)), { recursive: true });
if (!names.some((name) => name.endsWith('.browser.ts')))
  stop('No browser test: test/ holds no *.browser.ts file.');

/** False when only some files were asked for; then the counts are not compared. */
export const whole = !process.argv.includes('--files');

export const base = {
  files: 'test/**/*.browser.ts',
  nodeResolve: { exportConditions: ['production', 'default'] },
  ...(await loopback()),
  concurrency: 2,
  middleware: [faultServer(), embedServer()],
  plugins: [
    oneD3(),
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
    }),
    cdpPlugin(),
    screenshotPlugin(),
    tapPlugin(),
  ],
  testFramework: { config: { timeout: 10_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 30_000,
  testsFinishTimeout: 240_000,
};
