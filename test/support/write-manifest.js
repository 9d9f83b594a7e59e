// dist/custom-elements.json, and from it the same for two families of editors: dist/web-types.json (JetBrains) and
// dist/vscode.html-custom-data.json.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, root));
const read = (name) => JSON.parse(readFileSync(new URL(name, root), 'utf8'));
const write = (name, value) => writeFileSync(new URL(name, root), `${JSON.stringify(value, null, 2)}\n`);

execFileSync(
  process.execPath,
  [
    path('node_modules/@custom-elements-manifest/analyzer/cem.js'),
    'analyze',
    '--config',
    'test/cem.config.js',
    '--quiet',
  ],
  { cwd: path(''), stdio: 'inherit' },
);

// Paths of the published files, not of the sources; only modules that declare or define an element.
const built = (value) => value.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
const manifest = read('dist/custom-elements.json');
manifest.modules = manifest.modules.filter(
  (module) =>
    module.declarations?.some((declaration) => declaration.customElement) ||
    module.exports?.some((entry) => entry.kind === 'custom-element-definition'),
);
const published = JSON.parse(JSON.stringify(manifest), (key, value) =>
  (key === 'path' || key === 'module') && typeof value === 'string' ? built(value) : value,
);
for (const module of published.modules)
  for (const { members } of module.declarations ?? [])
    members?.splice(0, members.length, ...members.filter((member) => member.privacy !== 'private'));
write('dist/custom-elements.json', published);

const elements = published.modules
  .flatMap((module) => module.declarations ?? [])
  .filter((declaration) => declaration.tagName && declaration.customElement);
const { name, version } = read('package.json');
const described = ({ name: own, description = '' }) => ({ name: own, description });
const type = (entry) => entry.type?.text ?? 'string';
const choices = (entry) =>
  type(entry)
    .split('|')
    .map((part) => part.trim())
    .filter((part) => /^'.*'$/.test(part))
    .map((part) => part.slice(1, -1));

write('dist/web-types.json', {
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tagName,
        description: element.description ?? '',
        attributes: (element.attributes ?? []).map((entry) => ({
          ...described(entry),
          value: { type: type(entry) },
        })),
        slots: (element.slots ?? []).map(described),
        js: {
          properties: (element.members ?? [])
            .filter((member) => member.kind === 'field' && !member.static && member.privacy !== 'protected')
            .map((member) => ({ ...described(member), type: type(member) })),
          events: (element.events ?? []).map(described),
        },
        css: {
          properties: (element.cssProperties ?? []).map(described),
          parts: (element.cssParts ?? []).map(described),
        },
      })),
    },
  },
});

write('dist/vscode.html-custom-data.json', {
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tagName,
    description: element.description ?? '',
    attributes: (element.attributes ?? []).map((entry) => {
      const values = choices(entry).map((choice) => ({ name: choice }));
      return { ...described(entry), ...(values.length ? { values } : {}) };
    }),
  })),
});
