// What WordPress does to an author's article, in two versions: the allow-list of wp-includes/kses.php for posts, as far as
// a figure could need it, and the way each version writes back what it keeps.

const ANYWHERE = [
  'aria-controls',
  'aria-current',
  'aria-describedby',
  'aria-details',
  'aria-expanded',
  'aria-hidden',
  'aria-label',
  'aria-labelledby',
  'aria-live',
  'class',
  'dir',
  'hidden',
  'id',
  'lang',
  'style',
  'title',
  'role',
  'xml:lang',
];
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel', 'rev', 'name', 'target', 'download'],
  br: [],
  caption: ['align'],
  details: ['align', 'open'],
  figcaption: ['align'],
  figure: ['align'],
  img: [
    'alt',
    'align',
    'border',
    'height',
    'hspace',
    'loading',
    'longdesc',
    'vspace',
    'src',
    'usemap',
    'width',
  ],
  li: ['align', 'value'],
  p: ['align'],
  span: ['align'],
  strong: [],
  summary: ['align'],
  table: ['align', 'bgcolor', 'border', 'cellpadding', 'cellspacing', 'rules', 'summary', 'width'],
  tbody: ['align', 'char', 'charoff', 'valign'],
  td: [
    'abbr',
    'align',
    'axis',
    'bgcolor',
    'char',
    'charoff',
    'colspan',
    'headers',
    'height',
    'nowrap',
    'rowspan',
    'scope',
    'valign',
    'width',
  ],
  th: [
    'abbr',
    'align',
    'axis',
    'bgcolor',
    'char',
    'charoff',
    'colspan',
    'headers',
    'height',
    'nowrap',
    'rowspan',
    'scope',
    'valign',
    'width',
  ],
  thead: ['align', 'char', 'charoff', 'valign'],
  tr: ['align', 'bgcolor', 'char', 'charoff', 'valign'],
  ul: ['type'],
};
/** Of `safecss_filter_attr`: properties without a function or an address, as far as a figure could need them. */
const PROPERTIES = [
  'height',
  'margin',
  'max-height',
  'max-width',
  'min-width',
  'overflow',
  'text-align',
  'width',
];
const NAMED = ['amp', 'lt', 'gt', 'quot', 'apos', 'nbsp'];

export type Version = 'classic' | 'html-api';

/** An article as it is stored for somebody who may not post every HTML. */
export function keepForAuthor(html: string, version: Version): string {
  return html.replace(/<!--[\s\S]*?-->|<[^>]*>|[^<]+/g, (piece) =>
    piece.startsWith('<') ? keepTag(piece, version) : keepText(piece),
  );
}

function keepTag(tag: string, version: Version): string {
  const [, slash, name, rest = ''] = /^<(\/?)([a-zA-Z][\w-]*)([\s\S]*?)\s*\/?>$/.exec(tag) ?? [];
  const allowed = name === undefined ? undefined : ELEMENTS[name.toLowerCase()];
  if (name === undefined || !allowed) return '';
  if (slash) return `</${name}>`;
  const kept: string[] = [];
  for (const [, attribute, quoted, single, bare] of rest.matchAll(
    /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g,
  )) {
    const plain = attribute!.toLowerCase();
    if (!allowed.includes(plain) && !ANYWHERE.includes(plain) && !/^data-[a-z0-9_-]+$/.test(plain)) continue;
    const value = quoted ?? single ?? bare;
    if (value === undefined) {
      kept.push(attribute!);
      continue;
    }
    if ((plain === 'src' || plain === 'href') && !/^(https?:\/\/|[/#?]|[\w./-]+$)/.test(value)) continue;
    const written = plain === 'style' ? keepStyle(value) : value;
    if (plain === 'style' && !written) continue;
    kept.push(`${attribute}="${version === 'classic' ? keepText(written) : encode(decode(written))}"`);
  }
  return `<${[name, ...kept].join(' ')}>`;
}

/** Declarations of known properties, joined by nothing but a semicolon. */
function keepStyle(css: string): string {
  return css
    .split(';')
    .map((one) => one.trim())
    .filter((one) => PROPERTIES.includes(one.split(':')[0]!.trim()) && !/[\\(&=}]|\/\*/.test(one))
    .join(';');
}

/** Numbers of characters get three digits; what is no entity is escaped. */
function keepText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replace(/&amp;#(0*\d{1,7});/g, (_, number: string) => `&#${number.replace(/^0+/, '').padStart(3, '0')};`)
    .replace(/&amp;(\w+);/g, (all, name: string) => (NAMED.includes(name) ? `&${name};` : all));
}

const SYNTAX: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&apos;',
  '"': '&quot;',
};
const encode = (text: string): string => text.replace(/[&<>'"]/g, (char) => SYNTAX[char]!);
const decode = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]!,
    );
