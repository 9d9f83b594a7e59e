import { markup } from '../drawing/markup.js';
import { drawSheet } from '../drawing/sheet.js';
import type { Theme } from '../drawing/theme.js';
import { drawingWidth, layoutSheet } from '../geometry/sheet.js';
import { type LanguagePack, say } from '../words/language.js';
import type { Chart, LayoutOptions, Reading, Scene } from './chart.js';

export interface SheetOptions extends Omit<LayoutOptions, 'pack'> {
  readonly theme: Theme;
}

/** One chart as the text of an SVG file: title, drawing, key, caveat and source in one picture. */
export function renderSheet<R extends Reading, S extends Scene>(
  chart: Chart<R, S>,
  reading: R,
  pack: LanguagePack,
  { theme, ...options }: SheetOptions,
): string {
  if (Number.isNaN(options.width)) throw new RangeError(`invalid width: ${options.width}`);
  const width = Math.min(1632, Math.max(240, Math.round(options.width)));
  const scene = chart.layout(reading, { ...options, width: drawingWidth(width), outer: width, pack });
  const words = chart.describe(reading, pack, scene.form);
  const shown = !words.withdrawal && !chart.isEmpty(reading);
  const sheet = layoutSheet(
    {
      title: words.title,
      subtitle: words.subtitle,
      contentNote: words.contentNote,
      message: words.withdrawal || (shown ? '' : say(pack, 'empty')),
      key: shown ? scene.key : [],
      events: shown ? scene.eventList : [],
      caveat: shown ? words.caveat : '',
      notes: [...words.notes, ...(scene.decimated && shown ? [say(pack, 'decimated')] : [])],
      source: words.source.host ? `${words.source.text} ${words.source.host}` : words.source.text,
    },
    width,
    shown ? scene.height : 0,
  );
  return drawSheet(
    sheet,
    theme,
    {
      name: words.name,
      summary: words.withdrawal || words.summary,
      language: words.language,
      dir: words.dir,
    },
    shown ? chart.draw(markup, scene, theme) : '',
    (entry) => chart.drawSample(markup, entry, theme),
  ).text;
}
