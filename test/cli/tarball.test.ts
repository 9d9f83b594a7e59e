// The packed package in an empty project: npx finds the command, and it does all that it does here. dist/ must be there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { cli, filesIn, fixture, folderWith, RUNTIME } from './run-cli.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'optionalDependencies' | 'peerDependencies' | 'bin',
  Readonly<Record<string, string>> | undefined
> & { readonly version: string };

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
const run = (command: string, args: readonly string[], cwd: string, input = ''): Ran =>
  spawnSync(command, args, { cwd, input, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });

/** What `npm install FILE.tgz` makes of an empty project, but for the network: what the package depends on is linked. */
function project(): string {
  const folder = folderWith({ 'package.json': '{"private":true}' });
  const packed = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root);
  assert.equal(packed.status, 0, packed.stderr);
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'sahel-charts');
  mkdirSync(own, { recursive: true });
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const unpacked = run('tar', ['-xzf', join(folder, tarball!), '-C', own, '--strip-components=1'], folder);
  assert.equal(unpacked.status, 0, unpacked.stderr);
  const needed = Object.keys({
    ...manifest.dependencies,
    ...manifest.peerDependencies,
    ...manifest.optionalDependencies,
  });
  for (const name of needed) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  // As npm does with a command.
  chmodSync(join(own, manifest.bin!['sahel-charts']!), 0o755);
  mkdirSync(join(modules, '.bin'));
  symlinkSync(
    join('..', 'sahel-charts', manifest.bin!['sahel-charts']!),
    join(modules, '.bin', 'sahel-charts'),
  );
  return folder;
}

test(
  'npx sahel-charts of the packed package, in an empty project, checks, renders, embeds and imports as it does here',
  { timeout: 120_000 },
  async () => {
    const folder = project();
    const npx = (args: readonly string[], input?: string): Ran =>
      run('npx', ['--no-install', 'sahel-charts', ...args], folder, input);
    assert.equal(npx(['--version']).stdout, `${manifest.version}\n`);
    const mali = fixture('casualties/article.json');
    assert.match(npx(['check', mali]).stdout, /good \(casualties\/1\)/);
    assert.equal(npx(['check', '-'], '{}').status, 1);
    assert.equal(npx(['render', 'nothing.json', '--to', 'svg']).status, 2);
    for (const to of ['svg', 'html', 'csv', 'text']) {
      const args = ['render', '-', '--to', to, '--lang', 'ar'];
      const { stdout, status } = npx(args, readFileSync(mali, 'utf8'));
      assert.equal(status, 0);
      assert.equal(stdout, (await cli(args, { input: readFileSync(mali, 'utf8') })).out, to);
    }
    assert.equal(npx(['render', mali, '--to', 'png', '--size', 'square', '-o', 'square.png']).status, 0);
    const here = folderWith();
    await cli(['render', mali, '--to', 'png', '--size', 'square', '-o', join(here, 'square.png')]);
    assert.deepEqual(readFileSync(join(folder, 'square.png')), filesIn(here).get('square.png'));
    for (const form of ['script', 'iframe', 'figure', 'oembed', 'page']) {
      const args = ['embed', mali, '--as', form, '--lang', 'fr', '--runtime', RUNTIME];
      args.push('--base-url', 'https://charts.example.org/mali/');
      const { status, stderr } = npx([...args, '-o', form]);
      assert.equal(status, 0, stderr);
      const place = join(folderWith(), form);
      assert.equal((await cli([...args, '-o', place])).code, 0);
      assert.deepEqual(filesIn(join(folder, form)), filesIn(place), form);
    }
    const csv = npx(['render', mali, '--to', 'csv']).stdout;
    writeFileSync(join(folder, 'rows.csv'), csv);
    writeFileSync(
      join(folder, 'about.csv'),
      'schema,casualties/1\nmeasure,killed\nvictims,civilians\nrelation,all\nmethod,reported\nplace,in Mali\nsource.producer,ACLED\nsource.asOf,2025-11-21\n',
    );
    const made = npx(['import', 'rows.csv', '--about', 'about.csv']);
    assert.equal(made.status, 0, made.stderr);
    assert.match(npx(['check', '-'], made.stdout).stdout, /good \(casualties\/1\)/);
  },
);
