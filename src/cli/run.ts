import { VERSION } from '../version.js';
import { UsageError } from './arguments.js';
import { check } from './check.js';
import { embed } from './embed.js';
import { HELP } from './help.js';
import { importSheets } from './import.js';
import { Console, type Streams } from './console.js';
import { render } from './render.js';

const COMMANDS: Readonly<Record<string, (args: readonly string[], console: Console) => Promise<number>>> = {
  check,
  render,
  embed,
  import: importSheets,
};

/**
 * Runs one command line.
 *
 * @returns the exit code: 0 good, 1 refused, 2 cannot read (a file, or the command line itself).
 */
export async function run(args: readonly string[], streams: Streams): Promise<number> {
  const console = new Console(streams);
  const [name, ...rest] = args;
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (args.includes('--help') || args.includes('-h') || name === 'help') {
    const topic = name === 'help' ? (rest[0] ?? '') : (name ?? '');
    console.print(Object.hasOwn(HELP, topic) ? HELP[topic]! : HELP['']!);
    return 0;
  }
  if (name === '--version' || name === '-v') {
    console.print(`${VERSION}\n`);
    return 0;
  }
  try {
    if (!command)
      throw new UsageError(name === undefined ? 'a command is missing' : `there is no command "${name}"`);
    return await command(rest, console);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.fault(`sahel-charts: ${error.message}. See: sahel-charts ${command ? `${name} ` : ''}--help`);
    return 2;
  }
}
