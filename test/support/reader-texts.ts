// Every text that a reader of a chart meets, in one place, for the tests of words.
import { chartFor } from '../../src/charts/index.js';
import { renderSVG } from '../../src/static/index.js';
import { sourceText } from '../../src/static/still.js';
import { languageFor, type LanguagePack, say } from '../../src/words/language.js';
import { readDrawing } from './assert-path.js';
import { readFixtures } from './golden.js';

export type Contract = Record<string, any>;
export const CHARTS = ['casualties', 'attribution', 'gold-gauge'] as const;
/** The bundled languages, by tag. */
export const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'pt'] as const;

/** The views that the attribute `view` can ask for, and those that only words know. */
const VIEWS: Readonly<Record<string, readonly (string | undefined)[]>> = {
  casualties: [undefined, 'cumulative'],
  attribution: [undefined, 'stack', 'share', 'involved'],
  'gold-gauge': [undefined, 'arc', 'bullet'],
};
const FORMS: Readonly<Record<string, readonly string[]>> = {
  casualties: ['columns', 'area', 'cumulative'],
  attribution: ['stack', 'rows', 'areas', 'share', 'involved', 'panels'],
  'gold-gauge': ['arc', 'bullet'],
};
/** A long file says the same of every row. */
const MOST_ROWS = 60;

export interface ReaderText {
  /** What it is: "summary", "spoken", "key". */
  readonly kind: string;
  readonly text: string;
}

/** What is said of a contract: in words, in the table, at the marks, in the key, in every form and view, each text once. */
export function readerTexts(contract: Contract, lang: string): ReaderText[] {
  const chart = chartFor(contract);
  const reading = chart.read(contract);
  const pack = languageFor(lang);
  const found = new Map<string, ReaderText>();
  const add = (kind: string, ...texts: readonly string[]): void => {
    for (const text of texts) if (text) found.set(`${kind} ${text}`, { kind, text });
  };
  for (const form of FORMS[chart.name]!) {
    const words = chart.describe(reading, pack, form);
    const { title, subtitle, name, contentNote, summary, caveat, notes, withdrawal, columns } = words;
    add('title', title);
    add('subtitle', subtitle);
    add('name', name);
    add('explorer', say(pack, 'explorer', { name }));
    add('content note', contentNote);
    add('summary', summary);
    add('caveat', caveat);
    add('note', ...notes);
    add('withdrawal', withdrawal);
    add('source', sourceText(words));
    add('column', ...columns.map(({ label }) => label));
    for (let i = 0; i < Math.min(words.rowCount, MOST_ROWS); i++) add('cell', ...words.row(i));
    for (let i = 0; i < Math.min(chart.markCount(reading), MOST_ROWS); i++) {
      const { spoken, heading, lines } = words.mark(i);
      add('spoken', spoken);
      add('heading', heading);
      add('line', ...lines);
    }
  }
  for (const view of VIEWS[chart.name]!)
    for (const width of [320, 640, 1200]) {
      const scene = chart.layout(reading, { width, pack, ...(view && { view }) });
      add('key', ...scene.key.map(({ text }) => text));
      add('event', ...scene.eventList);
      add('meter', scene.meter?.text ?? '');
    }
  return [...found.values()];
}

/** What the pictures hold: one text each, for its lines are parts of sentences. */
export function drawnTexts(contract: Contract, lang: string): ReaderText[] {
  return VIEWS[chartFor(contract).name]!.flatMap((view) =>
    [320, 1200].map((width) => {
      const drawing = readDrawing(renderSVG(contract, { width, lang, ...(view && { view }) }));
      const lines = drawing.texts.map(({ text }) => text);
      return {
        kind: `drawn ${view ?? ''} ${width}`,
        text: [drawing.attributes['aria-label'], drawing.description, ...lines].join(' '),
      };
    }),
  );
}

/** What a page says whatever the data is: errors, messages, buttons, the list of keys. */
export function pageTexts(pack: LanguagePack): ReaderText[] {
  const keys =
    /^(error\.|keys|loading$|stale$|empty$|play$|stop$|copy$|copied$|close$|table$|tablePage$|previous$|next$|downloadName$|decimated$)/;
  return Object.keys(languageFor('en').text)
    .filter((key) => keys.test(key))
    .map((key) => ({
      kind: key,
      text: say(pack, key, { day: '2025', format: 'CSV', from: '1', to: '500', all: '730' }),
    }));
}

/** The contract as it would be without a word of the desk's own, which no pack can answer for. */
export function withoutDeskWords(contract: Contract): Contract {
  const { title, subtitle, caveat, contentNote, events, notices, ...told } = contract;
  void [title, subtitle, caveat, contentNote];
  const withdrawn = (notices as Contract[] | undefined)?.filter(({ kind }) => kind === 'withdrawal');
  const { producer, asOf, asOfBasis } = contract.source;
  return {
    ...told,
    source: { producer, asOf, ...(asOfBasis && { asOfBasis }) },
    ...(events && { events: (events as Contract[]).map((event) => ({ ...event, label: 'X' })) }),
    ...(withdrawn?.length && { notices: withdrawn.map((notice) => ({ ...notice, text: 'X.' })) }),
  };
}

/** Each fixture of each chart. */
export function allFixtures(): { chart: string; name: string; contract: Contract }[] {
  return CHARTS.flatMap((chart) => readFixtures(chart).map((fixture) => ({ chart, ...fixture })));
}
