import { chartStyles } from '../drawing/styles.js';
import type { Markup } from '../drawing/markup.js';

/**
 * The style sheet of a chart, as much of it as the markup asks for: rules of classes and custom properties that are not
 * in it are left out, because every article carries it.
 *
 * @param more Rules that follow the chart's own.
 */
export function stylesFor({ text }: Markup, more = ''): string {
  const classes = new Set(
    [...text.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
  );
  const css = prune(chartStyles.replace(/\/\*.*?\*\//gs, ''), classes) + squeeze(more);
  // Colours of roles that no rule names any more.
  return css.replace(/--_([\w-]+):(?:[^;{}]*);?/g, (line, role: string) =>
    css.includes(`var(--_${role})`) ? line : '',
  );
}

function prune(css: string, classes: ReadonlySet<string>): string {
  let out = '';
  for (let at = 0, open = css.indexOf('{'); open >= 0; open = css.indexOf('{', at)) {
    const close = endOfBlock(css, open);
    const [head, body] = [css.slice(at, open).trim(), css.slice(open + 1, close)];
    at = close + 1;
    if (head.startsWith('@')) {
      const inside = prune(body, classes);
      if (inside) out += `${squeeze(head)}{${inside}}`;
      continue;
    }
    const kept = head.split(',').filter((selector) => isMet(selector, classes));
    if (kept.length) out += `${kept.map(squeeze).join()}{${squeeze(body)}}`;
  }
  return out;
}

/** What only a script brings about counts as not met: focus, sorting, text to copy. */
function isMet(selector: string, classes: ReadonlySet<string>): boolean {
  return (
    !/\[aria|:disabled|textarea/.test(selector) &&
    [...selector.matchAll(/\.([\w-]+)/g)].every(([, name]) => classes.has(name!))
  );
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let i = open; i < css.length; i++) {
    if (css[i] === '{') depth++;
    if (css[i] === '}' && !--depth) return i;
  }
  return css.length;
}

function squeeze(css: string): string {
  return css
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/([\w-]): /g, '$1:')
    .replace(/;(?=\}|$)/g, '');
}
