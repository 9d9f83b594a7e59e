// src/ → dist/: module by module for people with a bundler; and dist/cdn/: one self-contained file for each line of
// an embed snippet, with the hash of each in dist/cdn/integrity.json.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { smallerLiterals } from './test/support/smaller-literals.js';

const root = dirname(fileURLToPath(import.meta.url));
const { version, exports, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const src = (path) => join(root, 'src', path);
const present = (path) => existsSync(src(path));
const list = (path) => (present(path) ? readdirSync(src(path)) : []);

const charts = list('charts').filter((name) => present(`charts/${name}/define.ts`));
const languages = list('words/languages')
  .filter((name) => name.endsWith('.ts'))
  .map((name) => basename(name, '.ts'));

/** './x.js' in TypeScript is './x.ts' on disk. */
const typescriptNames = {
  name: 'typescript-names',
  resolveId(source, importer) {
    if (!importer || !/^\.{1,2}\/.*\.js$/.test(source)) return null;
    const path = resolve(dirname(importer), source.replace(/\.js$/, '.ts'));
    return existsSync(path) ? path : null;
  },
};
const compile = [typescriptNames, esbuild({ target: 'es2022', tsconfig: join(root, 'tsconfig.json') })];

// A chart's file carries English; another language is a file beside it, fetched when an element needs it.
const languageFile = /[\\/]words[\\/]languages[\\/]([\w-]+)\.ts$/;
const languagesBeside = {
  name: 'languages-beside',
  async resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string') {
      this.error(
        `${importer}: a language is imported by a plain string, so that it can be found when bundling`,
      );
    }
    const found = await this.resolve(specifier, importer);
    const [, tag] = languageFile.exec(found?.id ?? '') ?? [];
    return tag && { id: `./lang/${tag}.js`, external: 'absolute' };
  },
};

/** An entry for one language: the pack, registered. */
const languageEntry = (tag) => ({
  name: 'language-entry',
  resolveId: (id) => (id === `lang/${tag}` ? `\0${id}` : null),
  load: (id) =>
    id === `\0lang/${tag}`
      ? `import pack from ${JSON.stringify(src(`words/languages/${tag}.ts`))};
         import { registerLanguage } from ${JSON.stringify(src('words/language.ts'))};
         registerLanguage(pack);
         export default pack;`
      : null,
});

/** The schema library's structure without its machinery: see src/data/schema-structure.ts. */
const structureOnly = {
  name: 'structure-only',
  resolveId: (id) => (id === 'valibot' ? src('data/schema-structure.ts') : null),
};

const hashes = {};
const notices = {};

/** The licence of every package that went into the CDN files, and each file's hash, rewritten after each file. */
const publish = {
  name: 'publish',
  writeBundle({ file }, bundle) {
    const cdn = join(root, 'dist/cdn');
    for (const chunk of Object.values(bundle)) {
      for (const id of Object.keys(chunk.modules ?? {})) {
        const [, place, name] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id) ?? [];
        if (!name || notices[name]) continue;
        const licence = readdirSync(place).find((entry) => /^licen[cs]e/i.test(entry));
        notices[name] = licence ? readFileSync(join(place, licence), 'utf8').trim() : '';
      }
    }
    const written = file.slice(cdn.length + 1).replaceAll('\\', '/');
    hashes[written] = `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
    const sorted = (record) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
    const text = JSON.stringify(Object.fromEntries(sorted(hashes)), null, 2);
    writeFileSync(join(cdn, 'integrity.json'), `${text}\n`);
    const own = existsSync(join(root, 'LICENSE'))
      ? readFileSync(join(root, 'LICENSE'), 'utf8').trim()
      : 'MIT';
    const all = [['sahel-charts', own], ...sorted(notices)];
    writeFileSync(join(cdn, 'licenses.txt'), all.map((pair) => pair.join('\n\n')).join('\n\n\n') + '\n');
  },
};

const cdnFile = (input, name, first = []) => ({
  input,
  output: {
    file: join(root, 'dist/cdn', name),
    format: 'es',
    sourcemap: true,
    inlineDynamicImports: true,
    banner: `/*! sahel-charts ${version} | MIT */`,
  },
  plugins: [
    ...first,
    structureOnly,
    languagesBeside,
    ...compile,
    nodeResolve({ exportConditions: ['production'] }),
    smallerLiterals({ include: (id) => id.startsWith(src('')) }),
    terser({
      module: true,
      ecma: 2022,
      compress: { passes: 3, reduce_funcs: false },
      format: { comments: /^!/ },
    }),
    publish,
  ],
});

/** Every module that package.json exports, and every language. */
const entries = [
  ...Object.values(exports)
    .map((target) => target.default ?? '')
    .filter((path) => path.endsWith('.js') && !path.includes('*'))
    .map((path) => path.replace('./dist/', '').replace(/\.js$/, '.ts')),
  ...languages.map((tag) => `words/languages/${tag}.ts`),
];
for (const path of entries)
  if (!present(path)) throw new Error(`package.json exports src/${path}, which is not there`);

const runtime = new RegExp(`^(${Object.keys(dependencies).join('|')})(/|$)|^node:`);

export default [
  {
    input: entries.map(src),
    external: runtime,
    output: {
      dir: join(root, 'dist'),
      format: 'es',
      sourcemap: true,
      preserveModules: true,
      preserveModulesRoot: src(''),
      hoistTransitiveImports: false,
    },
    plugins: compile,
  },
  ...charts.map((name) => cdnFile(src(`charts/${name}/define.ts`), `${name}.js`)),
  ...(present('define.ts') ? [cdnFile(src('define.ts'), 'sahel-charts.js')] : []),
  ...languages
    .filter((tag) => tag !== 'en')
    .map((tag) => cdnFile(`lang/${tag}`, `lang/${tag}.js`, [languageEntry(tag)])),
];
