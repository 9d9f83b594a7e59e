// The command line as a person meets it, but in this process.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/run.js';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
/** The path of a fixture: "casualties/article.json". */
export const fixture = (name: string): string => join(fixtures, name);
export const read = (path: string): string => readFileSync(path, 'utf8');
export const readContract = (name: string): Record<string, any> =>
  JSON.parse(read(fixture(name))) as Record<string, any>;
/** A copy of dist/cdn whose hashes no build changes. */
export const RUNTIME_FILES = fixture('cli/runtime');
export const RUNTIME = 'https://cdn.example.org/sahel-charts/0.1.0/';

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly bytes: Uint8Array;
  /** Lines of standard error. */
  readonly errors: readonly string[];
  /** Standard error as it came. */
  readonly raw: string;
}

export async function cli(
  args: readonly string[],
  { input = '', isTerminal = false }: { input?: string | Uint8Array; isTerminal?: boolean } = {},
): Promise<Told> {
  const chunks: Uint8Array[] = [];
  let raw = '';
  const code = await run(args, {
    readInput: () => Promise.resolve(Buffer.from(input)),
    write: (content) => void chunks.push(Buffer.from(content)),
    writeError: (text) => void (raw += text),
    isTerminal,
  });
  const bytes = Buffer.concat(chunks);
  return { code, out: bytes.toString('utf8'), bytes, raw, errors: raw.split('\n').filter(Boolean) };
}

const folders: string[] = [];
test.after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone after the tests, perhaps with files in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'sahel-charts-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Every file under a folder, by its path in it. */
export function filesIn(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return new Map(
    paths.sort().map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}

/** The texts of an HTML, entities read, a line each; nothing of scripts and styles. */
export function textsOf(html: string): string {
  return readEntities(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '\n').replace(/<[^>]*>/g, '\n'));
}

export function readEntities(text: string): string {
  return text
    .replace(/&#0?39;|&apos;/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
