import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Console } from './console.js';
import { findJSONFault } from './json-fault.js';

/** A file that cannot be read or written: said in one line, exit code 2. */
export class FileError extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be opened',
  ENOTDIR: 'part of its path is no folder',
  EEXIST: 'part of its path is no folder',
};

/** The name that a person is told. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}

/** The text of a file, or of standard input for "-". Anything but UTF-8 is refused: it would come out as other letters. */
export async function readText(file: string, console: Console): Promise<string> {
  let bytes;
  try {
    bytes = file === '-' ? await console.readInput() : readFileSync(file);
  } catch (error) {
    throw new FileError(`${nameOf(file)}: cannot be read: ${reasonOf(error)}`);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 without a mark is good UTF-8 with a nothing beside each letter.
    if (!text.includes('\0')) return text;
  } catch {
    // Said below.
  }
  throw new FileError(`${nameOf(file)}: is not UTF-8 (E_ENCODING); in a spreadsheet, save as "CSV UTF-8"`);
}

export async function readJSON(file: string, console: Console): Promise<unknown> {
  const text = await readText(file, console);
  try {
    return JSON.parse(text);
  } catch {
    throw new FileError(`${nameOf(file)}: is not JSON: ${findJSONFault(text)} (E_JSON)`);
  }
}

export function writeFile(path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  } catch (error) {
    throw new FileError(`${path}: cannot be written: ${reasonOf(error)}`);
  }
}

/** Where the product of one file goes: into a folder, under the file's own name, or to the one place named. */
export function placeFor(file: string, output: string, extension: string, isOneOfMany: boolean): string {
  const isFolder = isOneOfMany || /[\\/]$/.test(output) || isDirectory(output);
  return isFolder ? join(output, `${stem(file)}.${extension}`) : output;
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // What cannot be written there is said when it is written.
    return false;
  }
}

function stem(file: string): string {
  return file === '-' ? 'chart' : basename(file, extname(file));
}

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}
