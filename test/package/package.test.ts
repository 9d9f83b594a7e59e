// The built package, as those who install it meet it: dist/ must be there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  version: string;
  exports: Record<string, string | { types: string; default: string }>;
  dependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
};

/** Runs a module in plain Node, without tsx, from the root of the package, and gives what it printed. */
function runNode(code: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: fileURLToPath(root),
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  assert.equal(status, 0, stderr);
  assert.equal(stderr, '', 'nothing is said on standard error');
  return stdout.trim();
}

/** Names that a specifier exports at run time, read in a Node that has no page. */
function namesOf(...specifiers: string[]): string[][] {
  return JSON.parse(
    runNode(`
      if (typeof document !== 'undefined' || typeof window !== 'undefined') throw new Error('there is a page');
      const names = [];
      for (const one of ${JSON.stringify(specifiers)}) names.push(Object.keys(await import(one)).sort());
      console.log(JSON.stringify(names));`),
  ) as string[][];
}

test('the public names are these and no others, importable where there is no page', () => {
  const [index, chart, still] = namesOf('sahel-charts', 'sahel-charts/casualties', 'sahel-charts/static');
  assert.deepEqual(index, [
    'ContractError',
    'SahelAttribution',
    'SahelCasualties',
    'SahelGoldGauge',
    'VERSION',
    'describeFault',
    'readAttribution',
    'readCasualties',
    'readGoldGauge',
    'registerLanguage',
  ]);
  assert.deepEqual(chart, ['ContractError', 'SahelCasualties', 'readCasualties']);
  assert.deepEqual(still, [
    'ContractError',
    'describe',
    'describeFault',
    'readContract',
    'renderElement',
    'renderHTML',
    'renderSVG',
  ]);
});
test('languages: registerLanguage, and each pack as the default export', () => {
  const [language, en, fr] = namesOf('sahel-charts/lang', 'sahel-charts/lang/en', 'sahel-charts/lang/fr');
  assert.ok(language!.includes('registerLanguage'), String(language));
  for (const names of [en!, fr!]) assert.ok(names.includes('default'), String(names));
});
test('importing a class registers nothing', () => {
  const told = runNode(`
    const asked = [];
    globalThis.customElements = { define: (tag) => asked.push(tag), get: () => undefined };
    await import('sahel-charts');
    await import('sahel-charts/casualties');
    console.log(JSON.stringify(asked));`);
  assert.equal(told, '[]');
});
test('in plain Node a contract becomes a picture, words, and a refusal', () => {
  const told = runNode(`
    import { readFileSync } from 'node:fs';
    import { renderSVG, describe, readContract, ContractError } from 'sahel-charts/static';
    const contract = JSON.parse(readFileSync('test/fixtures/casualties/article.json', 'utf8'));
    const svg = renderSVG(contract, { width: 640, lang: 'fr', theme: 'dark' });
    let refused;
    try { readContract({ ...contract, rows: [{ period: '2024', value: '12' }] }); } catch (error) { refused = error; }
    console.log(JSON.stringify([
      svg.startsWith('<svg ') && svg.endsWith('</svg>'),
      describe(contract).title,
      describe(contract, 'fr').title,
      refused instanceof ContractError && refused.faults[0].path,
    ]));`);
  assert.deepEqual(JSON.parse(told), [
    true,
    'Civilians reported killed in Mali',
    'Civils tués au Mali',
    'rows[0].value',
  ]);
});
test('two entries of the package share their languages and their errors', () => {
  const told = runNode(`
    import { registerLanguage, readCasualties, ContractError } from 'sahel-charts';
    import { describe, ContractError as Other } from 'sahel-charts/static';
    const twelve = Array.from({ length: 12 }, (_, i) => 'm' + i);
    registerLanguage({ tag: 'qaa', name: 'x', dir: 'ltr', group: ',', decimal: '.', months: twelve, monthsShort: twelve, text: {} });
    const told = describe({ schema: 'casualties/1', measure: 'killed', victims: 'civilians', method: 'reported',
      relation: 'all', place: 'in Mali', source: { producer: 'x', asOf: '2025-12-31' },
      rows: [{ period: '2024-01', value: 1 }] }, 'qaa').summary;
    console.log(JSON.stringify([told, ContractError === Other, typeof readCasualties]));`);
  assert.deepEqual(JSON.parse(told), [
    'In m0 2024, 1 civilian was reported killed in Mali (source: x).',
    true,
    'function',
  ]);
});

test('every file that the package promises is there, with its types', () => {
  for (const [name, target] of Object.entries(manifest.exports)) {
    const paths = typeof target === 'string' ? [target] : Object.values(target);
    for (const path of paths) {
      if (path.includes('*')) {
        const [folder, rest] = path.split('*') as [string, string];
        const found = readdirSync(new URL(folder, root)).filter((file) => file.endsWith(rest));
        assert.ok(found.length, `${name}: nothing matches ${path}`);
      } else assert.ok(existsSync(new URL(path, root)), `${name}: ${path} is missing`);
    }
  }
});
test('the schema resolves by the package’s own name', () => {
  const told = runNode(`
    import { createRequire } from 'node:module';
    const require = createRequire(process.cwd() + '/');
    console.log(require('sahel-charts/schema/casualties.json').$id);`);
  assert.equal(told, 'urn:sahel-charts:casualties/1');
});
test('VERSION is the version of package.json', () => {
  assert.equal(runNode("import { VERSION } from 'sahel-charts'; console.log(VERSION);"), manifest.version);
});

// --- What the files hold

const walk = (folder: string): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => `${folder}${name.replaceAll('\\', '/')}`);
const scripts = walk('dist/');
const forCDN = scripts.filter((path) => path.startsWith('dist/cdn/'));
const modules = scripts.filter((path) => !path.startsWith('dist/cdn/'));

test('no file of the package evaluates text', () => {
  assert.ok(forCDN.includes('dist/cdn/casualties.js'), 'the file for a CDN is there');
  for (const path of scripts) {
    const code = read(path);
    assert.doesNotMatch(
      code,
      /\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(\s*["'`]|setTimeout\(\s*["'`]/,
      path,
    );
    assert.doesNotMatch(
      code,
      /document\.write|insertAdjacentHTML|outerHTML\s*=|createContextualFragment|srcdoc/,
      path,
    );
  }
});
test('no file of ours sets innerHTML; the files for a CDN do so only in Lit’s own template code', () => {
  const times = (code: string): number => code.split('innerHTML').length - 1;
  for (const path of modules) assert.equal(times(read(path)), 0, path);
  const lits = times(read('node_modules/lit-html/lit-html.js'));
  for (const path of forCDN) assert.ok(times(read(path)) <= lits, `${path} sets innerHTML`);
});
test('no file stores anything in the reader’s browser or reports home', () => {
  for (const path of scripts)
    assert.doesNotMatch(
      read(path),
      /localStorage|sessionStorage|indexedDB|document\.cookie|sendBeacon/,
      path,
    );
});
test('files for a CDN import nothing but a language or the sound beside them', () => {
  const found = new Set<string>();
  for (const path of forCDN) {
    const code = read(path);
    // Not the words of a message, which may name an import too.
    const imports =
      /\bimport\s*\(\s*["']([^"']+)["']|(?:^|[;}])\s*(?:import|export)\b[^"';]*?["']([^"']+)["']/gm;
    for (const [, late, early] of code.matchAll(imports)) {
      const from = late ?? early;
      assert.match(from!, /^\.\/(lang\/[\w-]+|sound)\.js$/, `${path} imports ${from}`);
      found.add(from!);
    }
  }
  for (const file of ['lang/ar', 'lang/de', 'lang/es', 'lang/fr', 'lang/pt', 'sound'])
    assert.ok(found.has(`./${file}.js`), `${file} is found beside it`);
});
test('modules import only what the package depends on', () => {
  const known = Object.keys({
    ...manifest.dependencies,
    ...manifest.optionalDependencies,
    ...manifest.peerDependencies,
  });
  for (const path of modules)
    for (const [, from] of read(path).matchAll(
      /^(?:import|export)\b(?:[^'"`]*?\bfrom)?\s*['"]([^'"]+)['"]/gm,
    ))
      if (!from!.startsWith('.'))
        assert.ok(
          (from!.startsWith('node:') && path.includes('dist/cli/')) ||
            known.some((name) => from === name || from!.startsWith(`${name}/`)),
          `${path} imports ${from}`,
        );
});
test('no file of the package names a machine or a folder of ours', () => {
  const folder = fileURLToPath(root);
  for (const path of scripts) assert.ok(!read(path).includes(folder), path);
});
