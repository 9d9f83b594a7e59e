// Every form that the three charts take, and every language they speak: for tests that go over all of them.
import { fixtures } from './server.js';

/** Tags of the bundled languages, and Arabic with its own digits. */
export const LANGUAGES = ['en', 'fr', 'es', 'pt', 'de', 'ar', 'ar-u-nu-arab'] as const;
export const THEMES = ['light', 'dark'] as const;
export const isMirrored = (lang: string): boolean => lang.startsWith('ar');

export interface Form {
  readonly name: string;
  readonly data: any;
  readonly view?: string;
  /** Width of the element, px. */
  readonly width: number;
}

/** The three charts in each of their forms, by fixtures that have a table short enough to be looked at. */
export async function formsOf(): Promise<Form[]> {
  const [casualties, attribution, gauge] = await Promise.all(
    ['casualties', 'attribution', 'gold-gauge'].map((chart) => fixtures(chart)),
  );
  const days = casualties!['days'];
  return [
    { name: 'columns', data: casualties!['article'], width: 640 },
    { name: 'cumulative', data: casualties!['cumulative-months'], view: 'cumulative', width: 640 },
    { name: 'area', data: { ...days, rows: days.rows.slice(0, 120) }, width: 320 },
    { name: 'stack', data: attribution!['four-actors'], width: 640 },
    { name: 'share', data: attribution!['four-actors'], view: 'share', width: 640 },
    { name: 'involved', data: attribution!['four-actors'], view: 'involved', width: 640 },
    { name: 'rows', data: attribution!['four-actors'], width: 320 },
    { name: 'arc', data: gauge!['industrial-2024'], width: 640 },
    { name: 'bullet', data: gauge!['industrial-2024'], view: 'bullet', width: 640 },
  ];
}

/** The views that suit a contract beside its first one. */
export function viewsOf({ schema, rows, whole }: any): readonly string[] {
  if (schema === 'gold-gauge/1') return ['bullet'];
  if (schema === 'attribution/1') return whole === 'all' ? ['share', 'involved'] : ['involved'];
  return rows.length > 1 && !/^\d{4}$/.test(rows[0].period) ? ['cumulative'] : [];
}

export interface Case {
  readonly label: string;
  readonly data: any;
  readonly view?: string;
}

/** Every contract with every view that suits it. */
export const casesOf = (contracts: Readonly<Record<string, any>>): Case[] =>
  Object.entries(contracts).flatMap(([name, data]) => [
    { label: name, data },
    ...viewsOf(data).map((view) => ({ label: `${name} (${view})`, data, view })),
  ]);
