import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  EMBED_FORMS,
  EmbedError,
  type EmbedForm,
  type EmbedOptions,
  pictureFor,
  prepareEmbed,
  scriptsOf,
  writeEmbed,
} from '../embed/forms.js';
import { DRAWING, drawingOptions, readArguments, text, UsageError } from './arguments.js';
import type { Console } from './console.js';
import { describeNote, eachContract } from './contract-file.js';
import { FileError, writeFile } from './files.js';
import { rasterise } from './png.js';

/** This package's own copy of what a newsroom publishes as the runtime. */
const OWN_RUNTIME = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));

/** `sahel-charts embed FILE --as FORM`: what is pasted into an article, and the folder that is published for it. */
export async function embed(args: readonly string[], console: Console): Promise<number> {
  const { files, values } = readArguments(args, {
    ...DRAWING,
    as: { type: 'string' },
    'base-url': { type: 'string' },
    runtime: { type: 'string' },
    'runtime-files': { type: 'string' },
    provider: { type: 'string' },
    'no-host': { type: 'boolean' },
    'no-style': { type: 'boolean' },
  });
  const [file, ...more] = files;
  if (file === undefined || more.length)
    throw new UsageError('name the file of one contract, or - for standard input');
  const form = text<EmbedForm>(values, 'as', EMBED_FORMS);
  if (!form) throw new UsageError(`say in which form: --as ${EMBED_FORMS.join('|')}`);
  const named = text(values, 'output');
  const output = named === '-' ? undefined : named;
  if (!output && form !== 'script' && form !== 'page')
    throw new UsageError(`the form "${form}" has files to publish: name a folder with -o`);
  const [baseUrl, runtime, provider] = ['base-url', 'runtime', 'provider'].map((name) => text(values, name));
  const options: EmbedOptions = {
    ...drawingOptions(values, ['auto', 'light', 'dark'] as const),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(runtime !== undefined && { runtime }),
    ...(provider !== undefined && { provider }),
    host: values['no-host'] !== true,
    style: values['no-style'] !== true,
  };
  const folder = resolve(text(values, 'runtime-files') ?? OWN_RUNTIME);

  const { code } = await eachContract([file], console, async (contract) => {
    const still = asked(() => prepareEmbed(contract, options));
    const wanted = pictureFor(contract, form, options);
    const picture = wanted && (await rasterise(wanted.svg, wanted.scale, wanted.texts));
    const runtimeFiles = readRuntime(folder, form, scriptsOf(still));
    const { snippet, files: made } = asked(() =>
      writeEmbed(contract, form, { ...options, ...(picture && { picture }), ...runtimeFiles }),
    );
    for (const note of still.notes) console.fault(describeNote(file, note));
    if (!output) {
      console.print(snippet);
      return;
    }
    const pasted =
      form === 'page' ? [] : [{ path: form === 'oembed' ? 'snippet.txt' : 'snippet.html', content: snippet }];
    for (const { path, content } of [...made, ...pasted]) {
      const place = join(output, path);
      writeFile(place, content);
      console.line(place);
    }
  });
  return code;
}

/** What a form takes from the local copy of the runtime. A figure names no script: the site loads one of its own. */
function readRuntime(folder: string, form: EmbedForm, scripts: readonly string[]): EmbedOptions {
  if (form === 'figure') return {};
  const inPage =
    form === 'script' ? [] : scripts.filter((name) => form === 'page' || name.startsWith('lang/'));
  const code = Object.fromEntries(inPage.map((name) => [name, readCopy(folder, name)]));
  if (form === 'page') return { code, licences: readCopy(folder, 'licenses.txt') };
  return { code, integrity: JSON.parse(readCopy(folder, 'integrity.json')) as Record<string, string> };
}

function readCopy(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    throw new FileError(`${join(folder, name)}: is not there; --runtime-files names a copy of dist/cdn`);
  }
}

/** What an embed lacks is a fault of the command line. */
function asked<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof EmbedError) throw new UsageError(error.message);
    throw error;
  }
}
