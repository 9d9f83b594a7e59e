import { readContract } from '../static/index.js';
import { readArguments, UsageError } from './arguments.js';
import type { Console } from './console.js';
import { describeNote, eachContract, summarise } from './contract-file.js';
import { nameOf } from './files.js';

/** `sahel-charts check FILE…`: the desk report. Good files and notes on standard output, faults on standard error. */
export async function check(args: readonly string[], console: Console): Promise<number> {
  const { files } = readArguments(args, {});
  if (!files.length) throw new UsageError('name the file of a contract, or - for standard input');
  const { code, counts } = await eachContract(files, console, (contract, file) => {
    const { data, notes } = readContract(contract);
    const { schema } = data as { readonly schema: string };
    const many = notes.length === 1 ? ', 1 note' : notes.length ? `, ${notes.length} notes` : '';
    console.line(`${nameOf(file)}: good (${schema})${many}`);
    for (const note of notes) console.line(describeNote(file, note));
  });
  if (files.length > 1) console.line(summarise(counts));
  return code;
}
