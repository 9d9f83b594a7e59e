import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import test from 'node:test';

interface Import {
  /** Path under src without ending, "lit/decorators.js", "d3". */
  readonly from: string;
  readonly names: readonly string[];
  readonly isType: boolean;
}

/** The imports and re-exports of a file, in its own words. */
function readImports(file: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const statement = /^\s*(?:import|export)\s+(?:(type\s+)?([\w$*{},\s]*?)\s*from\s*)?['"]([^'"]+)['"]/gm;
  const found = [...code.matchAll(statement)].map(([, type, names, from]) => ({ type, names, from: from! }));
  for (const [, from] of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g))
    found.push({ type: undefined, names: '', from: from! });
  return found.map(({ type, names = '', from }) => ({
    from: from.startsWith('.') ? normalize(join(dirname(file), from)).replace(/\.js$/, '') : from,
    names: [...`${names}}`.matchAll(/(?:type\s+)?([\w*$]+)(?:\s+as\s+\w+)?\s*[,}]/g)].map(
      ([, name]) => name!,
    ),
    isType: type !== undefined,
  }));
}

/** What a file may import, by the first pattern that its path matches; patterns for paths under src and for packages. */
const D3 = /^d3(-[a-z]+)?$/;
const LIT = /^lit(\/|$)/;
const DATA = /^data\//;
const GEOMETRY = /^geometry\//;
const WORDS = /^words\//;
const DRAWING = /^drawing\//;
const SHARED = /^charts\/(chart|render-sheet|time-plot|time-column|count-words)$/;
const CONTRACT_FILES = 'contract|same-period|stack-order|slots';

function allowedOf(file: string): RegExp[] | undefined {
  const [, chart, name] = /^charts\/([\w-]+)\/([\w-]+)$/.exec(file) ?? [];
  const own = (files: string): RegExp => new RegExp(`^charts/${chart}/(${files})$`);
  // Every file of a folder but those that live on a page.
  const ownPure = new RegExp(`^charts/${chart}/(?!element$|define$)[\\w-]+$`);
  if (/^data\//.test(file)) return [DATA, /^valibot$/];
  if (/^geometry\//.test(file)) return [DATA, GEOMETRY, D3];
  if (/^words\//.test(file)) return [DATA, WORDS, D3];
  if (/^drawing\//.test(file)) return [DATA, GEOMETRY, WORDS, DRAWING];
  if (name && new RegExp(`^(${CONTRACT_FILES})$`).test(name)) return [DATA, /^valibot$/, own(CONTRACT_FILES)];
  if (name === 'element')
    return [DATA, GEOMETRY, WORDS, DRAWING, SHARED, ownPure, /^element\//, /^version$/, LIT];
  if (name === 'define') return [WORDS, /^element\/define$/, own('element|index')];
  if (name === 'drawing') return [DATA, GEOMETRY, WORDS, DRAWING, SHARED, ownPure];
  if (name) return [DATA, GEOMETRY, WORDS, DRAWING, SHARED, ownPure, D3];
  if (SHARED.test(file)) return [DATA, GEOMETRY, WORDS, DRAWING, SHARED];
  if (file === 'charts/index') return [DATA, /^charts\/[\w-]+\/index$/, SHARED];
  if (/^element\//.test(file))
    return [DATA, GEOMETRY, WORDS, DRAWING, SHARED, /^element\//, /^version$/, LIT];
  if (/^static\//.test(file)) return [DATA, GEOMETRY, WORDS, DRAWING, SHARED, /^charts\/index$/, /^static\//];
  if (file === 'embed/forms') return [DRAWING, /^static\//];
  if (/^embed\/(messages|resize)$/.test(file)) return [];
  if (/^embed\//.test(file)) return [WORDS, /^charts\/index$/, /^define$/, /^element\//, /^embed\//];
  if (/^cli\//.test(file))
    return [
      DATA,
      DRAWING,
      /^static\//,
      /^embed\/forms$/,
      /^cli\//,
      /^version$/,
      /^node:/,
      /^@resvg\/resvg-wasm$/,
    ];
  if (file === 'define') return [WORDS, /^charts\/[\w-]+\/define$/, /^element\/define$/];
  if (file === 'index')
    return [DATA, WORDS, /^charts\/[\w-]+\/(index|element)$/, /^element\/(?!define$)/, /^version$/];
  if (file === 'react')
    return [
      /^charts\/[\w-]+\/element$/,
      /^define$/,
      /^element\/(chart-element|explorer)$/,
      /^react$/,
      /^@lit\/react$/,
    ];
  if (file === 'version') return [];
  return undefined;
}

// The DOM half of D3 (Lit owns nodes, D3 owns numbers), and its global locale and clock.
const DOM_HALF =
  /^(select\w*|create|creator|matcher|namespace\w*|pointers?|style|window|transition|interrupt|active|axis\w+|brush\w*|zoom\w*|drag\w*|timer\w*|timeout|interval|now|easeL?\w*|csv|json|text|image|html|svg|xml|blob|buffer|dsv|tsv|\w*[lL]ocale|time(Day|Week|Month|Year|Hour|Minute|Second|Format|Parse)\w*|scaleTime|\*)$/;

/** What is wrong with the imports of one file, a sentence each. */
function faultsOf(file: string, imports: readonly Import[]): string[] {
  const allowed = allowedOf(file);
  if (!allowed) return [`${file}: no rule says what it may import`];
  return imports.flatMap(({ from, names }) => {
    if (!allowed.some((pattern) => pattern.test(from))) return [`${file} imports ${from}`];
    if (D3.test(from)) {
      const bad = names.filter((name) => DOM_HALF.test(name));
      if (bad.length) return [`${file} takes ${bad.join(', ')} from ${from}`];
    }
    return [];
  });
}

/** Ways back to where one came from, as "a → b → a". */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file].join(' → '));
    else if (!done.has(file)) {
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    }
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

const root = new URL('../src/', import.meta.url);
const files = new Map(
  readdirSync(root, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => {
      const file = name.replace(/\.ts$/, '');
      return [file, readImports(file, readFileSync(new URL(name, root), 'utf8'))] as const;
    }),
);

test('every file of src looks only downwards', () => {
  assert.ok(files.size > 40, `${files.size} files were read`);
  assert.deepEqual(
    [...files].flatMap(([file, imports]) => faultsOf(file, imports)),
    [],
  );
});
test('every import leads to a file that is there', () => {
  for (const [file, imports] of files)
    for (const { from } of imports)
      if (/^(data|geometry|words|drawing|charts|element|static)\//.test(from))
        assert.ok(files.has(from), `${file} imports ${from}`);
});
test('no two files need each other, types aside', () => {
  const graph = new Map(
    [...files].map(([file, imports]) => [
      file,
      // A file may bear the name of the package it wraps.
      imports.filter(({ isType, from }) => !isType && from !== file).map(({ from }) => from),
    ]),
  );
  assert.deepEqual(cyclesOf(graph), []);
});
test('every chart’s folder is on the list of charts, and every one has the same names', () => {
  const folders = new Set([...files.keys()].flatMap((file) => /^charts\/([\w-]+)\//.exec(file)?.[1] ?? []));
  const listed = files
    .get('charts/index')!
    .flatMap(({ from }) => /^charts\/([\w-]+)\/index$/.exec(from)?.[1] ?? []);
  assert.deepEqual(listed.sort(), [...folders].sort());
  for (const folder of folders)
    for (const name of ['contract', 'layout', 'summary', 'drawing', 'index', 'element', 'define'])
      assert.ok(files.has(`charts/${folder}/${name}`), `charts/${folder}/${name}.ts`);
});
test('pure files name no part of a page', () => {
  for (const file of files.keys()) {
    if (/^element\/|^cli\/|^embed\/(?!forms$|messages$|resize$)|\/element$|define$|^index$/.test(file))
      continue;
    const text = readFileSync(new URL(`${file}.ts`, root), 'utf8').replace(
      /\/\*[\s\S]*?\*\/|\/\/.*$|(['"`]).*?\1/gm,
      '',
    );
    assert.doesNotMatch(
      text,
      /\b(document|window|navigator|location|localStorage|fetch|setTimeout|requestAnimationFrame|performance|process|Date|console)\b(?!\s*[:?])/,
      file,
    );
  }
});

// --- The rules can fail

const planted = (file: string, line: string): string[] => faultsOf(file, readImports(file, line));
for (const [rule, file, good, bad] of [
  ['data imports the schema library', 'data/x', "import * as v from 'valibot';", "import { x } from 'lit';"],
  [
    'data imports no geometry',
    'data/x',
    "import { y } from './y.js';",
    "import { y } from '../geometry/y.js';",
  ],
  [
    'data imports no words',
    'data/x',
    "import type { Y } from './y.js';",
    "import type { Y } from '../words/y.js';",
  ],
  ['data imports no D3', 'data/x', "import './y.js';", "import { scaleLinear } from 'd3';"],
  [
    'geometry imports D3’s numbers',
    'geometry/x',
    "import { tickStep } from 'd3';",
    "import { select } from 'd3';",
  ],
  [
    'geometry imports no axis of D3',
    'geometry/x',
    "import { area, line } from 'd3-shape';",
    "import { area, axisBottom } from 'd3';",
  ],
  ['geometry takes no whole D3', 'geometry/x', "import { max } from 'd3';", "import * as d3 from 'd3';"],
  [
    'geometry imports no words',
    'geometry/x',
    "import { y } from '../data/y.js';",
    "import { y } from '../words/y.js';",
  ],
  [
    'geometry imports no drawing',
    'geometry/x',
    "import { y } from './y.js';",
    "import { y } from '../drawing/y.js';",
  ],
  [
    'words import no geometry',
    'words/x',
    "import { y } from '../data/y.js';",
    "import { y } from '../geometry/y.js';",
  ],
  [
    'words import no schema library',
    'words/x',
    "import { y } from './y.js';",
    "import * as v from 'valibot';",
  ],
  [
    'languages import words',
    'words/languages/x',
    "import { y } from '../language.js';",
    "import { y } from '../../element/y.js';",
  ],
  [
    'drawing imports no D3',
    'drawing/x',
    "import { y } from '../geometry/y.js';",
    "import { line } from 'd3';",
  ],
  [
    'drawing imports no Lit',
    'drawing/x',
    "import type { Pen } from './pen.js';",
    "import { svg } from 'lit';",
  ],
  [
    'drawing imports no chart',
    'drawing/x',
    "import { y } from './y.js';",
    "import type { Scene } from '../charts/pie/scene.js';",
  ],
  [
    'a contract imports data and the schema library alone',
    'charts/pie/contract',
    "import * as v from 'valibot';\nimport { y } from '../../data/y.js';",
    "import { y } from '../../words/y.js';",
  ],
  [
    'a contract imports no layout',
    'charts/pie/contract',
    "import { y } from './same-period.js';",
    "import { y } from './layout.js';",
  ],
  [
    'a layout imports what is below it',
    'charts/pie/layout',
    "import { line } from 'd3';\nimport { y } from '../../geometry/y.js';",
    "import { html } from 'lit';",
  ],
  [
    'a layout imports no element',
    'charts/pie/layout',
    "import { y } from './columns.js';",
    "import { y } from './element.js';",
  ],
  [
    'a layout imports no schema library',
    'charts/pie/layout',
    "import { y } from './contract.js';",
    "import * as v from 'valibot';",
  ],
  [
    'a layout imports nothing of the page',
    'charts/pie/layout',
    "import { y } from '../chart.js';",
    "import { y } from '../../element/y.js';",
  ],
  [
    'a chart’s drawing imports no D3',
    'charts/pie/drawing',
    "import { y } from './scene.js';",
    "import { line } from 'd3';",
  ],
  [
    'a chart’s drawing imports no Lit',
    'charts/pie/drawing',
    "import type { Pen } from '../../drawing/pen.js';",
    "import { svg } from 'lit';",
  ],
  [
    'no chart imports another chart',
    'charts/pie/summary',
    "import { y } from './scene.js';",
    "import { y } from '../casualties/summary.js';",
  ],
  [
    'what charts share imports none of them',
    'charts/render-sheet',
    "import { y } from './chart.js';",
    "import { y } from './casualties/index.js';",
  ],
  [
    'the list imports indexes alone',
    'charts/index',
    "import { y } from './pie/index.js';",
    "import { y } from './pie/element.js';",
  ],
  [
    'an element may import Lit',
    'charts/pie/element',
    "import { html } from 'lit';\nimport { y } from '../../element/y.js';",
    "import { y } from './define.js';",
  ],
  [
    'the base element imports no chart',
    'element/x',
    "import { html } from 'lit/html.js';\nimport { y } from '../charts/chart.js';",
    "import { y } from '../charts/casualties/index.js';",
  ],
  [
    'the base element imports no static',
    'element/x',
    "import { y } from './y.js';",
    "import { renderSVG } from '../static/index.js';",
  ],
  [
    'nobody imports define but define',
    'index',
    "import { y } from './charts/pie/element.js';",
    "import { y } from './charts/pie/define.js';",
  ],
  [
    'the public index does not import define',
    'index',
    "export { y } from './data/y.js';",
    "export * from './define.js';",
  ],
  [
    'define imports the charts’ defines',
    'define',
    "import { y } from './charts/pie/define.js';",
    "import { y } from './static/index.js';",
  ],
  [
    'a chart’s define imports its element',
    'charts/pie/define',
    "import { Y } from './element.js';",
    "import { Y } from './layout.js';",
  ],
  [
    'static imports no element',
    'static/index',
    "import { y } from '../charts/index.js';",
    "import { y } from '../element/y.js';",
  ],
  [
    'static imports no Lit',
    'static/index',
    "import { y } from '../drawing/markup.js';",
    "import { svg } from 'lit';",
  ],
  [
    'static reaches charts by their list',
    'static/index',
    "import { y } from '../charts/render-sheet.js';",
    "import { y } from '../charts/pie/layout.js';",
  ],
  [
    'the five forms are pure',
    'embed/forms',
    "import { y } from '../static/still.js';",
    "import { readFileSync } from 'node:fs';",
  ],
  [
    'the command line imports no element',
    'cli/x',
    "import { y } from '../embed/forms.js';\nimport { readFileSync } from 'node:fs';",
    "import { y } from '../element/y.js';",
  ],
  [
    'an element imports no command line',
    'element/y',
    "import { html } from 'lit';",
    "import { y } from '../cli/x.js';",
  ],
  [
    'nothing pure imports Node',
    'static/index',
    "import { y } from '../words/y.js';",
    "import { readFileSync } from 'node:fs';",
  ],
  ['a re-export is an import', 'data/x', "export { y } from './y.js';", "export { y } from '../words/y.js';"],
  ['an import on demand is an import', 'data/x', "await import('./y.js');", "await import('../words/y.js');"],
  [
    'an import over several lines is one',
    'data/x',
    "import {\n  a,\n  b,\n} from './y.js';",
    "import {\n  a,\n  type B,\n} from '../words/y.js';",
  ],
  ['an import for its effect is one', 'data/x', "import './y.js';", "import '../element/y.js';"],
  [
    'a comment is no import',
    'data/x',
    "// import { y } from '../words/y.js';\n/* import z from 'lit'; */",
    "/* */ import { y } from 'lit';",
  ],
  ['a file in a new folder needs a rule', 'data/x', '', ''],
] as const)
  test(`the rules can fail: ${rule}`, () => {
    assert.deepEqual(planted(file, good), []);
    if (bad) assert.equal(planted(file, bad).length > 0, true, bad);
    else assert.equal(planted('misc/x', '').length, 1);
  });
test('the rules can fail: two files need each other', () => {
  assert.deepEqual(
    cyclesOf(
      new Map([
        ['a', ['b']],
        ['b', ['a']],
      ]),
    ),
    ['a → b → a'],
  );
  assert.deepEqual(
    cyclesOf(
      new Map([
        ['a', ['b', 'c']],
        ['b', ['c']],
        ['c', []],
      ]),
    ),
    [],
  );
});
