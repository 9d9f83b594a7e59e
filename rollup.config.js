// src/ → dist/: module by module for people with a bundler; and dist/cdn/: one self-contained file for each line of
// an embed snippet, with the hash of each in dist/cdn/integrity.json.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { smallerLiterals } from './test/support/smaller-literals.js';

const root = dirname(fileURLToPath(import.meta.url));
const { version, bin, exports, dependencies, optionalDependencies, peerDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
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
    // It names a chart's file by its own address: nothing to bundle.
    if (/embed[\\/]upgrade\.ts$/.test(importer)) return null;
    if (typeof specifier !== 'string') {
      this.error(
        `${importer}: a language is imported by a plain string, so that it can be found when bundling`,
      );
    }
    const found = await this.resolve(specifier, importer);
    if (/element[\\/]sound\.ts$/.test(found?.id ?? '')) return { id: './sound.js', external: 'absolute' };
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

/**
 * A classic script that came from another host without CORS, as in a sandboxed frame, has no address of its own for
 * import(): a language beside it is named in full.
 */
const whereItStands = {
  name: 'where-it-stands',
  renderDynamicImport: () => ({ left: 'import(new URL(', right: ', sahelPlace).href)' }),
  intro: () => 'const sahelPlace = document.currentScript?.src || location.href;',
};

/** All elements registered, and no name for it: what a classic script exports would be global. */
const registered = {
  name: 'registered',
  resolveId: (id) => (id === 'registered' ? `\0${id}` : null),
  load: (id) => (id === '\0registered' ? `import ${JSON.stringify(src('define.ts'))};` : null),
};

/** A file that needs no compiling, beside the others. */
const copied = (path) => ({
  name: 'copied',
  writeBundle({ file }) {
    copyFileSync(src(path), join(dirname(file), basename(path)));
    hashes[basename(path)] = hashOf(src(path));
  },
});

/** The schema library's structure without its machinery: see src/data/schema-structure.ts. */
const structureOnly = {
  name: 'structure-only',
  resolveId: (id) => (id === 'valibot' ? src('data/schema-structure.ts') : null),
};

const hashes = {};
const notices = {};
const hashOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

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
    hashes[written] = hashOf(file);
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

/**
 * Chromium compiles such a file whole, off the main thread while it comes in; else it reads every function twice, the
 * second time when it is first called (docs/decisions/first-drawing.md). Others ignore it.
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad';

const cdnFile = (input, name, first = [], format = 'es') => ({
  input,
  output: {
    file: join(root, 'dist/cdn', name),
    format,
    sourcemap: true,
    inlineDynamicImports: true,
    banner: `${COMPILE_HINT}\n/*! sahel-charts ${version} | MIT */`,
  },
  plugins: [
    ...first,
    structureOnly,
    languagesBeside,
    ...compile,
    nodeResolve({ exportConditions: ['production'] }),
    smallerLiterals({ include: (id) => id.startsWith(src('')) }),
    terser({
      module: format === 'es',
      ecma: 2022,
      compress: { passes: 3, reduce_funcs: false },
      format: { comments: /^(!|# all)/ },
    }),
    publish,
  ],
});

/** A classic script: one tag, no CORS, nothing global. */
const classicFile = (input, name, ...more) => cdnFile(input, name, more, 'iife');

/** Every module that package.json exports, the command line, and every language. */
const entries = [
  ...Object.values(exports)
    .map((target) => target.default ?? '')
    .concat(Object.values(bin).map((path) => `./${path}`))
    .filter((path) => path.endsWith('.js') && !path.includes('*'))
    .map((path) => path.replace('./dist/', '').replace(/\.js$/, '.ts')),
  ...languages.map((tag) => `words/languages/${tag}.ts`),
];
for (const path of entries)
  if (!present(path)) throw new Error(`package.json exports src/${path}, which is not there`);

const packages = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
const runtime = new RegExp(`^(${packages.join('|')})(/|$)|^node:`);

/** What PNG files are written with: the same two fonts on every machine. */
const fonts = {
  name: 'fonts',
  writeBundle() {
    const from = join(root, 'node_modules/dejavu-fonts-ttf');
    mkdirSync(join(root, 'dist/fonts'), { recursive: true });
    for (const path of ['ttf/DejaVuSans.ttf', 'ttf/DejaVuSans-Bold.ttf', 'LICENSE'])
      copyFileSync(join(from, path), join(root, 'dist/fonts', basename(path)));
  },
};

/** The function behind the gallery's copy buttons, for a page without a bundler; not part of the package. */
const galleryForms = {
  input: src('embed/forms.ts'),
  output: { file: join(root, 'dist/gallery/forms.js'), format: 'es', inlineDynamicImports: true },
  plugins: [structureOnly, ...compile, nodeResolve({ exportConditions: ['production'] })],
};

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
    plugins: [...compile, fonts],
  },
  ...charts.map((name) => cdnFile(src(`charts/${name}/define.ts`), `${name}.js`)),
  ...(present('define.ts') ? [cdnFile(src('define.ts'), 'sahel-charts.js')] : []),
  classicFile('registered', 'sahel-charts.iife.js', registered, whereItStands),
  classicFile(src('embed/frame.ts'), 'frame.js', whereItStands, copied('embed/frame.html')),
  classicFile(src('embed/host-tag.ts'), 'host.js'),
  classicFile(src('embed/upgrade.ts'), 'upgrade.js'),
  galleryForms,
  cdnFile(src('element/sound.ts'), 'sound.js'),
  ...languages
    .filter((tag) => tag !== 'en')
    .map((tag) => cdnFile(`lang/${tag}`, `lang/${tag}.js`, [languageEntry(tag)])),
];
