// Fixtures and the golden pictures made of them.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const fixtureFolder = new URL('../fixtures/', import.meta.url);
const goldenFolder = new URL('../golden/', import.meta.url);

export interface Fixture {
  /** Named for the situation it shows. */
  readonly name: string;
  readonly contract: Record<string, any>;
}

/** Every fixture of a chart, read anew, in alphabetical order. */
export function readFixtures(chart: string): Fixture[] {
  return readdirSync(new URL(`${chart}/`, fixtureFolder))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: basename(file, '.json'),
      contract: readFixture(chart, basename(file, '.json')),
    }));
}

/** One fixture, read anew. */
export function readFixture(chart: string, name: string): Record<string, any> {
  return JSON.parse(readFileSync(new URL(`${chart}/${name}.json`, fixtureFolder), 'utf8')) as Record<
    string,
    any
  >;
}

/**
 * Compares a picture with the golden one of that name. Where they differ, the new one is written beside the old, so that
 * both can be looked at; `UPDATE_GOLDEN=1` accepts it.
 */
export function assertGolden(name: string, picture: string): void {
  const golden = new URL(`${name}.svg`, goldenFolder);
  const changed = new URL(`${name}-changed.svg`, goldenFolder);
  const text = `${picture}\n`;
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(dirname(golden.pathname), { recursive: true });
    writeFileSync(golden, text);
  }
  const found = existsSync(golden) ? readFileSync(golden, 'utf8') : undefined;
  if (found === text) {
    rmSync(changed, { force: true });
    return;
  }
  mkdirSync(dirname(changed.pathname), { recursive: true });
  writeFileSync(changed, text);
  assert.fail(
    found === undefined
      ? `test/golden/${name}.svg is missing: look at ${name}-changed.svg, then UPDATE_GOLDEN=1.`
      : `test/golden/${name}.svg differs: look at it and at ${name}-changed.svg, then UPDATE_GOLDEN=1.`,
  );
}

/** Names of the golden pictures of a chart, as `assertGolden` takes them. */
export function goldenNames(chart: string): string[] {
  const folder = new URL(`${chart}/`, goldenFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.svg') && !file.endsWith('-changed.svg'))
    .map((file) => `${chart}/${basename(file, '.svg')}`)
    .sort();
}
