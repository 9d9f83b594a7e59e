import { escapeText, markup, Markup } from '../drawing/markup.js';
import { frameHeight } from '../static/frame-height.js';
import { drawPicture, type Picture } from '../static/picture.js';
import { writePage } from '../static/page.js';
import { renderServed } from '../static/render-served.js';
import { paragraph, renderCaption, renderFigure, renderProse, renderTable } from '../static/render-html.js';
import { type LiveOptions, prepareLive, type RenderOptions, type Still } from '../static/still.js';
import { altText } from '../static/text.js';

/** Every form, in the order of the documentation. */
export const EMBED_FORMS = ['script', 'iframe', 'figure', 'oembed', 'page'] as const;
export type EmbedForm = (typeof EMBED_FORMS)[number];

export interface EmbedOptions extends Omit<LiveOptions, 'max'> {
  /** Where the folder will be published. Needed for `iframe`, `figure` and `oembed`. */
  readonly baseUrl?: string;
  /** Where the files of dist/cdn are published, in an address that holds the version. Needed for all but `figure` and `page`. */
  readonly runtime?: string;
  /** dist/cdn/integrity.json: hashes by file name. */
  readonly integrity?: Readonly<Record<string, string>>;
  /**
   * Texts of files of dist/cdn by name. `page` needs the chart's ("casualties.js") and, where that is not English, the
   * language's ("lang/fr.js"); `iframe` and `oembed` take the language's, and else name it by its address.
   */
  readonly code?: Readonly<Record<string, string>>;
  /** dist/cdn/licenses.txt, which `page` carries along with the code. */
  readonly licences?: string;
  /** The PNG that `pictureFor` asks for; it is then among the files. */
  readonly picture?: Uint8Array;
  /** Who publishes the chart, for `oembed`; default the host of `baseUrl`. */
  readonly provider?: string;
  /**
   * False leaves the style sheet and what it styles out of `script` and `page`, and the style attributes out of `figure`
   * and `iframe`, for pages whose policy forbids them: the first two then show plain HTML until the chart comes, and may move.
   */
  readonly style?: boolean;
  /** False leaves the resizing script out of the `iframe` snippet, for pages that have one of their own. */
  readonly host?: boolean;
}

export interface EmbedFile {
  /** Name in the folder to publish. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface Embed {
  /** What is pasted: markup, or for `oembed` the address. */
  readonly snippet: string;
  /** What is published under `baseUrl`; none for `script`. */
  readonly files: readonly EmbedFile[];
}

/**
 * Writes one contract in one of the five forms in which a newsroom can take it. All of them come from the same reading and
 * the same words: title, source, numbers and table are the same in each. Pure: no clock, no network, no file is read; the
 * same input gives the same bytes.
 *
 * @param contract the contract as parsed JSON; it is embedded as it came
 * @throws ContractError with every fault of the contract, or of the options; EmbedError for an address that is missing or
 * none, and for what no form can do.
 * @example
 * const { snippet } = writeEmbed(contract, 'script', {
 *   runtime: 'https://charts.example.org/sahel-charts/0.1.0/', integrity, lang: 'fr',
 * });
 */
export function writeEmbed(contract: unknown, form: EmbedForm, options: EmbedOptions = {}): Embed {
  if (!EMBED_FORMS.includes(form))
    throw new EmbedError(`there is no form "${form}": it is one of ${EMBED_FORMS.join(', ')}`);
  const still = prepareEmbed(contract, options);
  const { theme = 'auto' } = options;
  return FORMS[form]({ contract, still, options: { ...options, theme, width: still.width } });
}

/** The chart as every form takes it. */
export function prepareEmbed(contract: unknown, options: EmbedOptions): Still {
  if ((options as RenderOptions).max !== undefined)
    throw new EmbedError('--max is for still pictures; live charts share a scale by scale-group');
  return prepareLive(contract, options);
}

/** The picture that a form publishes as PNG beside its markup; nothing for forms without one. */
export function pictureFor(
  contract: unknown,
  form: EmbedForm,
  options: EmbedOptions = {},
): Picture | undefined {
  if (form !== 'figure' && form !== 'oembed') return undefined;
  return drawPicture(prepareEmbed(contract, options), form === 'figure' ? 'article' : 'og');
}

/** What was asked for lacks something, or an address is none: a fault of the caller, said in one sentence. */
export class EmbedError extends Error {}

interface Job {
  readonly contract: unknown;
  readonly still: Still;
  readonly options: EmbedOptions;
}

/** The chart has its own margin; its plain form, where that shows, is given one. */
const INSET = new Markup('<style>body{padding:0}figure{padding:1rem}</style>\n');

const FORMS: Readonly<Record<EmbedForm, (job: Job) => Embed>> = {
  script: (job) => {
    const scripts = scriptsOf(job.still).map((name) => writeScript(job, name, true));
    return { snippet: `${writeElement(job, true)}\n${scripts.join('\n')}\n`, files: [] };
  },

  iframe: (job) => ({
    snippet: `${
      writeFrame(
        job,
        'width="100%" ',
        ` loading="lazy" referrerpolicy="no-referrer"${
          job.options.style === false ? ' frameborder="0"' : ' style="width:100%;border:0"'
        } data-sahel-chart`,
      ).text
    }\n${job.options.host === false ? '' : `${writeScript(job, 'host.js', false)}\n`}`,
    files: [
      { path: 'index.html', content: writeFramePage(job) },
      { path: 'contract.json', content: writeContract(job.contract) },
    ],
  }),

  figure: (job) => ({ snippet: `${writeKeptFigure(job)}\n`, files: pictureFile(job, 'chart.png') }),

  oembed: (job) => {
    const page = published(job, 'index.html');
    const { width = 640 } = job.options;
    const { words } = job.still;
    const { width: thumbnailWidth, height: thumbnailHeight } = drawPicture(job.still, 'og');
    const answer = {
      version: '1.0',
      type: 'rich',
      provider_name: job.options.provider ?? page.host,
      provider_url: page.origin,
      title: words.title,
      html: writeFrame(job, `width="${width}" `, ' frameborder="0"').text,
      width,
      height: frameHeight(job.still, width),
      thumbnail_url: published(job, 'poster.png').href,
      thumbnail_width: thumbnailWidth,
      thumbnail_height: thumbnailHeight,
    };
    const head = markup`<link rel="canonical" href="${page.href}">
<link rel="alternate" type="application/json+oembed" href="${published(job, 'oembed.json').href}" title="${words.title}">
<meta property="og:type" content="article">
<meta property="og:title" content="${words.title}">
<meta property="og:description" content="${words.withdrawal || words.summary}">
<meta property="og:url" content="${page.href}">
<meta property="og:image" content="${answer.thumbnail_url}">
<meta property="og:image:width" content="${thumbnailWidth}">
<meta property="og:image:height" content="${thumbnailHeight}">
<meta property="og:image:alt" content="${altText(job.still)}">
<meta name="twitter:card" content="summary_large_image">
`;
    return {
      snippet: `${page.href}\n`,
      files: [
        { path: 'index.html', content: writeFramePage(job, head) },
        { path: 'contract.json', content: writeContract(job.contract) },
        { path: 'oembed.json', content: `${JSON.stringify(answer, null, 2)}\n` },
        ...pictureFile(job, 'poster.png'),
      ],
    };
  },

  page: (job) => {
    const { code, licences } = job.options;
    const scripts = scriptsOf(job.still).map((name) => {
      const text = code?.[name];
      if (text === undefined) throw new EmbedError(`the form "page" needs the text of ${name}`);
      return writeInlineScript(text);
    });
    const page = frame(job, {
      head: INSET,
      // Sound is a file of its own, fetched when somebody asks for it: there is none here.
      body: markup`<main>
${new Markup(writeElement(job, false))}
</main>
${scripts.map((script) => markup`${script}\n`)}`,
    });
    // The licences of what is inlined ask to travel with it.
    const notice = licences ? `<!--\n${licences.trim().replace(/-(?=[->])/g, '- ')}\n-->\n` : '';
    return { snippet: page + notice, files: [{ path: 'index.html', content: page + notice }] };
  },
};

/**
 * The element with the contract and the whole chart twice: as its shadow root, which has the live chart's height at every
 * width, and as plain HTML, for whatever strips or does not know shadow roots.
 */
function writeElement({ contract, still, options }: Job, hasSound: boolean): string {
  const { chart, pack } = still;
  const tag = `sahel-${chart.name}`;
  const { theme = 'auto' } = options;
  const served = options.style === false ? '' : `${renderServed(still, { theme, hasSound }).text}\n`;
  return `<${tag}${attributes([
    ['lang', pack.tag],
    ['view', options.view],
    ['theme', theme === 'auto' ? undefined : theme],
    ['highlight', options.highlight],
  ])}${hasSound ? '' : ' no-sound'}>
${served}<script type="application/json">
${writeContract(contract).trim().replaceAll('<', '\\u003c')}
</script>
${renderFigure(still).text}
</${tag}>`;
}

/** Files that draw a chart in its language, in their order. */
export function scriptsOf({ chart, pack }: Pick<Still, 'chart' | 'pack'>): string[] {
  return [...(pack.tag === 'en' ? [] : [`lang/${pack.tag}.js`]), `${chart.name}.js`];
}

/** One pinned script. A classic one asks for its hash only on another origin: see `isOwn`. */
function writeScript({ options }: Job, name: string, isModule: boolean, base?: URL): string {
  const file = new URL(name, addressOf(options.runtime, 'runtime'));
  if (/(^|[/@])latest(\/|$)/.test(file.pathname))
    throw new EmbedError(
      'the runtime needs an address with a version: what "latest" is changes under an article',
    );
  const hash = options.integrity?.[name];
  if (!hash) throw new EmbedError(`integrity.json has no hash for ${name}`);
  const isPinned = base?.origin !== file.origin;
  return markup`<script${isModule ? markup` type="module"` : ''} src="${file.href}" referrerpolicy="no-referrer"${
    isPinned ? markup` integrity="${hash}" crossorigin="anonymous"` : ''
  }${isModule ? '' : ' defer'}></script>`.text;
}

/** The page that a frame shows: the whole chart as plain HTML, until frame.js puts the live one in its place. */
function writeFramePage(job: Job, head: Markup | '' = ''): string {
  const { still, contract, options } = job;
  // In a sandbox without an origin a file from one's own host loads only as a classic script that asks for no CORS; the
  // language, which is a module, stands in the page.
  const [language] = scriptsOf(still).filter((name) => name.startsWith('lang/'));
  const text = language && options.code?.[language];
  const spoken = text ? writeInlineScript(text) : language && new Markup(writeScript(job, language, true));
  return frame(job, {
    head: markup`${head}${spoken && markup`${spoken}\n`}${new Markup(writeScript(job, 'frame.js', false, published(job, 'index.html')))}
<style>body{max-width:none;padding:0}figure{padding:1rem}figure:has(~${new Markup(`sahel-${still.chart.name}`)}){display:none}</style>
`,
    body: markup`${renderFigure(still)}
<script type="application/json">
${new Markup(writeContract(contract).trim().replaceAll('<', '\\u003c'))}
</script>`,
  });
}

function frame({ still, options }: Job, parts: { head?: Markup | ''; body: unknown }): string {
  const { pack, words, theme } = still;
  return writePage({
    lang: pack.tag,
    dir: pack.dir,
    title: words.title,
    description: words.withdrawal || words.summary,
    theme,
    isAuto: options.theme === 'auto',
    ...parts,
  });
}

function writeFrame(job: Job, before: string, after: string): Markup {
  const { still, options } = job;
  const { width = 640, view, theme } = options;
  const page = published(job, 'index.html');
  // The name by which old resizing scripts find their frame must stand in its address.
  page.searchParams.set('id', chartId(page));
  for (const [name, value] of Object.entries({ view, highlight: options.highlight }))
    if (value) page.searchParams.set(name, value);
  if (theme && theme !== 'auto') page.searchParams.set('theme', theme);
  return markup`<iframe src="${page.href}" title="${plainQuotes(still.words.title)}" ${new Markup(before)}height="${frameHeight(still, width)}"${new Markup(after)}></iframe>`;
}

/** The last folder of the address, which the newsroom has chosen. */
function chartId(page: URL): string {
  const folder = page.pathname.split('/').filter(Boolean).at(-2) ?? '';
  return folder.replace(/[^\w-]/g, '').slice(0, 99) || 'sahel-chart';
}

/**
 * Only what WordPress keeps in an author's article, and written as its filter writes it: one space between attributes,
 * double quotes, no apostrophe in an attribute. Without script it is a picture with its words and table; where the site
 * loads upgrade.js it becomes the live chart.
 */
function writeKeptFigure(job: Job): string {
  const { contract, still, options } = job;
  const { chart, pack, words, isShown } = still;
  const { width, height } = drawPicture(still, 'article');
  const data = JSON.stringify(contract).replaceAll("'", '\\u0027');
  // A page without a rule for pictures would scroll sideways on a telephone; the filter keeps these properties.
  const style = (css: string): Markup | '' => (options.style === false ? '' : markup` style="${css}"`);
  const image = markup`<img src="${published(job, 'chart.png').href}" alt="${altText(still)}" width="${width}" height="${height}"${style('max-width:100%;height:auto')} loading="lazy">`;
  return plainText(
    markup`<figure class="sahel-chart" lang="${pack.tag}" dir="${pack.dir}" data-sahel-chart="${chart.name}" data-contract="${data}"${new Markup(
      attributes([
        ['data-view', options.view],
        ['data-highlight', options.highlight],
        ['data-theme', options.theme === 'auto' ? undefined : options.theme],
      ]),
    )}>${renderCaption(words)}${paragraph(words.contentNote, words.tongues?.contentNote)}${isShown ? image : ''}${renderProse(still)}${renderTable(still, style('overflow:auto'))}</figure>`
      .text,
  );
}

/** Straight apostrophes stay as they are in text: a numeric reference would be written another way by each version. */
function plainText(html: string): string {
  return html.replaceAll('&#39;', "'");
}

function plainQuotes(text: string): string {
  return text.replaceAll("'", '’');
}

function pictureFile({ options }: Job, path: string): EmbedFile[] {
  return options.picture ? [{ path, content: options.picture }] : [];
}

/** One field a line, one row a line: what a person looks at when an article has to be corrected. */
export function writeContract(contract: unknown): string {
  const fields = Object.entries(contract as Readonly<Record<string, unknown>>).map(([key, value]) => {
    const isList = Array.isArray(value) && value.some((one) => typeof one === 'object');
    const text = isList
      ? `[\n${value.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`
      : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}

/** Code as it may stand inside a script element; the address of its source map would be a request. */
function writeInlineScript(code: string): Markup {
  const safe = code
    .replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '')
    .replace(/<(?=\/script)/gi, '\\x3c')
    .replaceAll('<!--', '\\x3c!--');
  return markup`<script type="module">${new Markup(safe.trim())}</script>`;
}

function attributes(pairs: readonly (readonly [string, string | undefined])[]): string {
  return pairs
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeText(value)}"`))
    .join('');
}

function published({ options }: Job, name: string): URL {
  return new URL(name, addressOf(options.baseUrl, 'base-url'));
}

function addressOf(text: string | undefined, name: string): string {
  if (!text) throw new EmbedError(`this form needs --${name}`);
  let url;
  try {
    url = new URL(text);
  } catch {
    throw new EmbedError(`--${name} is not an address: ${text}`);
  }
  if (!/^https?:$/.test(url.protocol))
    throw new EmbedError(`--${name} is not an http or https address: ${text}`);
  // Not repeated here: a line of a log is read by others.
  if (url.username || url.password)
    throw new EmbedError(
      `--${name} holds a user’s name or password, which every reader of the page would see`,
    );
  if (url.search || url.hash || /\.(html?|php|js|css|json|png|txt)$/i.test(url.pathname))
    throw new EmbedError(`--${name} is not the address of a folder: ${text}`);
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
