/**
 * Hues of the eight actor slots and of what nobody is known for: the same on both surfaces, 3:1 or more on each, apart for
 * every kind of colour vision in the first five, and none of them a flag's or a party's.
 */
const ACTORS = {
  actor1: '#139edd',
  actor2: '#8a6123',
  actor3: '#39716c',
  actor4: '#c18175',
  actor5: '#7c57a5',
  actor6: '#6f7d33',
  actor7: '#a9568a',
  actor8: '#5b7894',
  unattributed: '#8a8f98',
};

/** Colours by role, as values that every SVG viewer knows. In a page custom properties override them. */
export interface Theme extends Readonly<typeof ACTORS> {
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly accent: string;
}

export type ThemeName = 'light' | 'dark';

/** One quiet slate for people: no red, no flag, no party (contrast on its surface: text over 7, muted over 4.5, accent over 4.5). */
export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: {
    surface: '#ffffff',
    text: '#17191d',
    muted: '#5b616b',
    grid: '#dfe2e6',
    accent: '#3d5a73',
    ...ACTORS,
  },
  dark: {
    surface: '#16181c',
    text: '#eceef1',
    muted: '#a6adb7',
    grid: '#33383f',
    accent: '#8fb3d1',
    ...ACTORS,
  },
};

/** Fonts that readers have; labels fit in any of them and in DejaVu Sans. */
export const FONT_FAMILY =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";
