import { markup, Markup } from '../drawing/markup.js';
import { FONT_FAMILY, type Theme, THEMES } from '../drawing/theme.js';

export interface PageParts {
  readonly lang: string;
  readonly dir: string;
  readonly title: string;
  readonly description: string;
  readonly theme: Theme;
  /** More lines of the head. */
  readonly head?: unknown;
  readonly body: unknown;
  /** Follows the reader's system between light and dark; by default the page has the theme's one look. */
  readonly isAuto?: boolean;
}

/** A whole HTML file in one quiet look: no request of its own, no referrer told to anybody. */
export function writePage({
  lang,
  dir,
  title,
  description,
  theme,
  head = '',
  body,
  isAuto,
}: PageParts): string {
  return markup`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<meta name="description" content="${description}">
<style>${new Markup(isAuto ? `:root{color-scheme:light dark;background:light-dark(${THEMES.light.surface},${THEMES.dark.surface})}${LAYOUT}` : `${LAYOUT}html{background:${theme.surface};color:${theme.text}}th,td{border-color:${theme.grid}}`)}</style>
${head}</head>
<body>
${body}
</body>
</html>
`.text;
}

// Constants of ours alone: no data ever becomes part of a style sheet.
const LAYOUT =
  `body{margin:0 auto;max-width:60rem;padding:1rem;font:16px/1.5 ${FONT_FAMILY}}figure{margin:0}` +
  'figcaption strong{font-size:1.25em}svg{max-width:100%}ul{list-style:none;padding:0}' +
  'details{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}' +
  'caption{text-align:start}th,td{padding:.25rem .75rem .25rem 0;border-bottom:1px solid #8886;text-align:start;font-weight:400}';
