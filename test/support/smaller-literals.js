// A Rollup plugin that takes the indentation out of html`…`, svg`…` and css`…`, and of the plain CSS text in
// styles.ts files. It changes white space and comments and nothing else: a space that a reader could see or hear
// stays, and CSS newer than any parser passes through.
import MagicString from 'magic-string';

const spaces = /[ \t\r\n]+/g;
const verbatim = /<(pre|textarea|script|style)\b/i;
// Spaces beside these are never shown.
const block =
  'address|article|aside|caption|circle|clipPath|col|colgroup|dd|defs|details|div|dl|dt|ellipse|fieldset|figcaption|figure|footer|form|g|h[1-6]|header|hr|legend|li|line|linearGradient|main|marker|mask|nav|ol|p|path|pattern|polygon|polyline|rect|section|stop|summary|symbol|table|tbody|td|tfoot|th|thead|tr|ul|use';
const beforeTag = new RegExp(` (?=</?(?:${block})[\\s/>])`, 'g');
const afterTag = new RegExp(`(</?(?:${block})(?:\\s[^<>]*)?>) `, 'g');

export function smallerMarkup(text) {
  return text
    .replace(/<!--[^]*?-->/g, '')
    .replace(spaces, ' ')
    .replace(beforeTag, '')
    .replace(afterTag, '$1')
    .replace(/(["']|<\/?[\w-]+) (\/?>)/g, '$1$2');
}

export function smallerCss(text) {
  // Strings stay as they are; what lies between them is squeezed.
  return text.replace(
    /("(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*')|\/\*[^]*?\*\/|([^"'/]+|\/)/g,
    (_, string, other) =>
      string
        ? string
        : (other ?? ' ')
            .replace(spaces, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/: /g, ':')
            .replace(/;\}/g, '}'),
  );
}

const languages = new Map([
  ['html', smallerMarkup],
  ['svg', smallerMarkup],
  ['css', smallerCss],
]);

function* walk(node, parent) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const child of node) yield* walk(child, parent);
    return;
  }
  if (typeof node.type !== 'string') return;
  yield [node, parent];
  for (const key of Object.keys(node)) if (key !== 'type') yield* walk(node[key], node);
}

/** Runs after TypeScript is gone. */
export function smallerLiterals({ include }) {
  return {
    name: 'smaller-literals',
    transform(code, id) {
      if (!include(id) || !code.includes('`')) return null;
      const text = new MagicString(code);
      for (const [node, parent] of walk(this.parse(code))) {
        if (node.type !== 'TemplateLiteral') continue;
        const tag = parent.type === 'TaggedTemplateExpression' ? parent.tag.name : undefined;
        const smaller = languages.get(tag) ?? (!tag && /styles\.ts$/.test(id) ? smallerCss : undefined);
        const raws = node.quasis.map(({ start, end }) => code.slice(start, end));
        if (!smaller || (smaller === smallerMarkup && verbatim.test(raws.join(' ')))) continue;
        for (const [index, { start, end }] of node.quasis.entries()) {
          let part = smaller(raws[index]);
          if (index === 0) part = part.trimStart();
          if (index === raws.length - 1) part = part.trimEnd();
          if (part !== raws[index]) text.overwrite(start, end, part, { contentOnly: true });
        }
      }
      return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
    },
  };
}
