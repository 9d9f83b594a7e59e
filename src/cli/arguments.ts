import { parseArgs } from 'node:util';
import { LARGEST } from '../static/check-options.js';
import type { RenderOptions } from '../static/still.js';

/** A command line that cannot be understood: said in one line, exit code 2. */
export class UsageError extends Error {}

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>;
type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Options of every command that draws. */
export const DRAWING = {
  lang: { type: 'string' },
  theme: { type: 'string' },
  view: { type: 'string' },
  width: { type: 'string' },
  highlight: { type: 'string' },
  max: { type: 'string' },
  output: { type: 'string', short: 'o' },
} as const satisfies Options;

/** Files and options of a command line, refused in one sentence where something is unknown. */
export function readArguments(
  args: readonly string[],
  options: Options,
): { readonly files: readonly string[]; readonly values: Values } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: options,
      allowPositionals: true,
    });
    // As the place to write to it is standard output.
    const { output: _, ...read } = values;
    if ([...positionals, ...Object.values(read)].filter((one) => one === '-').length > 1)
      throw new UsageError('standard input, -, can be named once');
    return { files: positionals, values: values };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(describeMistake(error as NodeJS.ErrnoException));
  }
}

/** Node's own sentence, the first of several; it takes a value that begins with a dash for the next option. */
function describeMistake({ code, message }: NodeJS.ErrnoException): string {
  const [, option] = /'(?:-\w, )?(--[\w-]+)/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' && option && !/does not take/.test(message))
    return `${option} needs a value`;
  const [sentence = ''] = message.split(/\.\s|\n/);
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

/** An option's text, which must be one of these where any are given. */
export function text<T extends string>(values: Values, name: string, known?: readonly T[]): T | undefined {
  const value = values[name];
  if (typeof value !== 'string') return undefined;
  if (known && !known.includes(value as T))
    throw new UsageError(`--${name} is one of ${known.join(', ')}, not "${value}"`);
  return value as T;
}

export function number(values: Values, name: string, least: number, most: number): number | undefined {
  const value = text(values, name);
  if (value === undefined) return undefined;
  const read = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
  if (!(read >= least && read <= most))
    throw new UsageError(`--${name} is a number from ${least} to ${most}, not "${value}"`);
  return read;
}

/** What every command that draws passes on. */
export function drawingOptions<T extends string>(
  values: Values,
  themes: readonly T[],
): Omit<RenderOptions, 'theme'> & { readonly theme?: T } {
  const width = number(values, 'width', 240, 1600);
  const [lang, view, highlight] = ['lang', 'view', 'highlight'].map((name) => text(values, name));
  const theme = text(values, 'theme', themes);
  const max = number(values, 'max', 0, LARGEST);
  return {
    ...(width !== undefined && { width }),
    ...(lang !== undefined && { lang }),
    ...(theme !== undefined && { theme }),
    ...(view !== undefined && { view }),
    ...(highlight !== undefined && { highlight }),
    ...(max !== undefined && { max }),
  };
}
