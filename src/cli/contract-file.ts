import { ContractError, describeFault } from '../data/contract-error.js';
import type { Note } from '../data/note.js';
import type { Console } from './console.js';
import { FileError, nameOf, readJSON } from './files.js';

export const GOOD = 0;
export const REFUSED = 1;
export const UNREADABLE = 2;

/**
 * Does something with the contract of each file, one after another. What is wrong with one file is told line by line and
 * the next one is taken; the exit code is that of the worst.
 */
export async function eachContract(
  files: readonly string[],
  console: Console,
  work: (contract: unknown, file: string) => void | Promise<void>,
): Promise<{
  readonly code: number;
  readonly counts: readonly [good: number, refused: number, unread: number];
}> {
  const counts: [number, number, number] = [0, 0, 0];
  for (const [i, file] of files.entries()) {
    console.progress(i + 1, files.length, nameOf(file));
    counts[await attempt(file, console, work)]++;
  }
  console.endProgress();
  return { code: counts[UNREADABLE] ? UNREADABLE : counts[REFUSED] ? REFUSED : GOOD, counts };
}

async function attempt(
  file: string,
  console: Console,
  work: (contract: unknown, file: string) => void | Promise<void>,
): Promise<0 | 1 | 2> {
  try {
    await work(await readJSON(file, console), file);
    return GOOD;
  } catch (error) {
    if (error instanceof FileError) {
      console.fault(error.message);
      return UNREADABLE;
    }
    if (!(error instanceof ContractError)) throw error;
    for (const fault of error.faults) console.fault(`${nameOf(file)}: ${describeFault(error.chart, fault)}`);
    return REFUSED;
  }
}

/** "mali.json: rows: The rows were not in calendar order; they are drawn in it. (W_SORTED)" */
export function describeNote(file: string, { code, path, message }: Note): string {
  return `${nameOf(file)}: ${path && !message.startsWith(path) ? `${path}: ` : ''}${message} (${code})`;
}

/** "3 files: 2 good, 1 refused" */
export function summarise([good, refused, unread]: readonly [number, number, number]): string {
  const rest = [refused && `${refused} refused`, unread && `${unread} not read`].filter(Boolean);
  return [`${good + refused + unread} files: ${good} good`, ...rest].join(', ');
}
