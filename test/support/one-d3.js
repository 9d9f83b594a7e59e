// d3-array is some 70 small modules: a test page gets them as one file, built once per version.
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { build } from 'esbuild';

const root = new URL('../../', import.meta.url);
const address = '/__d3.js';

async function bundle() {
  const key = createHash('sha256')
    .update(readFileSync(new URL('package-lock.json', root)))
    .digest('hex')
    .slice(0, 16);
  const cache = new URL('node_modules/.cache/sahel-charts/', root);
  const file = new URL(`d3-${key}.js`, cache);
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    const work = new URL(`d3-${key}.${process.pid}.js`, cache);
    await build({
      stdin: { contents: `export * from 'd3-array';`, resolveDir: new URL('.', root).pathname },
      bundle: true,
      format: 'esm',
      target: 'es2022',
      outfile: work.pathname,
      logLevel: 'error',
    });
    renameSync(work, file);
  }
  return readFileSync(file, 'utf8');
}

export function oneD3() {
  let body;
  return {
    name: 'one-d3',
    async serverStart() {
      body = await bundle();
    },
    resolveImport: ({ source }) => (source === 'd3-array' ? address : undefined),
    serve: ({ path }) => (path === address ? { body, type: 'js' } : undefined),
  };
}
