// dist/cdn/frame.js: the chart on a page of its own, in an iframe of a page that we know nothing of.
// frame.html?src=<url>&id=&theme=&lang=&view=; a contract in the page wins over src.
import { chartFor } from '../charts/index.js';
import '../define.js';
import type { ChartElement } from '../element/chart-element.js';
import { loadJSON, readJSON } from '../element/load-json.js';
import { packFor } from '../element/page-language.js';
import { say } from '../words/language.js';
import { registerEnglish } from '../words/languages/en.js';
import {
  allowedSource,
  type Dialect,
  type FrameFacts,
  GREETING,
  messagesFor,
  readAddress,
  readLook,
  readRequest,
  type Request,
  type Size,
} from './messages.js';

type Chart = HTMLElement & Pick<ChartElement, 'data' | 'view' | 'highlight' | 'theme'>;

/** Changes within this time are one change, ms. Not a frame: browsers give none to frames that are off the screen. */
const PATIENCE = 60;
/** The highest frame that WordPress shows, px. */
const WORDPRESS_LIMIT = 1000;

const { body, documentElement: root } = document;
const { href } = location;
const query = new URL(href).searchParams;

let facts: FrameFacts = readAddress(href);
let chart: Chart | undefined;
/** Says the sentence in place of a chart once more, in the language of the page. */
let repeat: (() => void) | undefined;
/** Until there is something to see, the parent keeps the room that it has reserved. */
let isShown = false;
let told = 0;
let timer = 0;
const unanswered = new Set<Dialect>();

dress();
void show();
window.addEventListener('message', hear);
post([GREETING]);

/**
 * No margins, and no scroll bars, which would change the width; a frame that nobody resizes can still be scrolled. On a
 * telephone the column around the frame has its own margin, and WordPress lets no frame be higher than 1000 px.
 */
function dress(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    'html{scrollbar-width:none;text-size-adjust:none}html::-webkit-scrollbar{display:none}' +
      'body{margin:0;display:flow-root}body>p{margin:16px;font:14px/1.45 system-ui,sans-serif}' +
      '@media(max-width:479px){:where(html){--sahel-padding:4px}}',
  );
  document.adoptedStyleSheets.push(sheet);
}

// ---- the chart

async function show(): Promise<void> {
  setLook(readLook(Object.fromEntries(query)));
  let contract: unknown;
  let fault = 'error.data';
  try {
    const inline = document.querySelector('script[type="application/json"]');
    if (inline) contract = readJSON(inline.textContent);
    else {
      fault = 'error.load';
      const src = allowedSource(query.get('src'), href, body.dataset.allow);
      if (!src) throw new Error('src is not this page’s own');
      // Nor may an address of ours that sends on, as a link counter does, lead to somebody else's data.
      contract = await loadJSON(src, href, new AbortController().signal, 'error');
    }
  } catch {
    sayOnly(fault);
    return;
  }
  chart = document.createElement(`sahel-${chartFor(contract).name}`) as Chart;
  setLook(readLook(Object.fromEntries(query)));
  const view = query.get('view');
  if (view) chart.view = view;
  const highlight = query.get('highlight');
  if (highlight) chart.highlight = highlight;
  for (const event of ['sahel-ready', 'sahel-error']) chart.addEventListener(event, appear);
  chart.data = contract;
  body.append(chart);
}

function appear(): void {
  if (!isShown) watch();
  isShown = true;
  changed();
}

/** Whatever changes the height later: the width, the table, a font. */
function watch(): void {
  new ResizeObserver(changed).observe(body);
  // A browser that gives a frame no frames, off the screen or (WebKit) after a script has measured, reports no sizes
  // either; what has changed in the tree is told without.
  const tree = new MutationObserver(changed);
  for (const part of [body, chart?.shadowRoot])
    if (part) tree.observe(part, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** In place of a chart: one plain sentence. */
function sayOnly(key: string): void {
  registerEnglish({});
  const sentence = document.createElement('p');
  sentence.setAttribute('role', 'alert');
  body.append(sentence);
  repeat = () => {
    const pack = packFor(root.lang, () => repeat?.());
    if (!pack) return;
    sentence.textContent = say(pack, key);
    root.dir = pack.dir;
    appear();
  };
  repeat();
}

function setLook({ theme, lang }: NonNullable<Request['set']>): void {
  if (lang) root.lang = lang;
  if (theme) root.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  if (chart && lang) chart.lang = lang;
  if (chart && theme) chart.theme = theme;
  if (lang) repeat?.();
}

// ---- its height

/** The height of the content, never that of the frame: it shrinks as well. */
function measure(): Size {
  return { width: root.clientWidth, height: Math.ceil(body.getBoundingClientRect().height) };
}

function changed(): void {
  timer ||= window.setTimeout(tell, PATIENCE);
}

function tell(): void {
  timer = 0;
  // A chart that is asked for another language says its name anew.
  const drawn = chart?.shadowRoot?.querySelector<HTMLElement>('.chart');
  const name = drawn?.querySelector('figure')?.getAttribute('aria-label');
  if (name) document.title = name;
  if (drawn) root.dir = drawn.dir;
  const size = measure();
  // A frame that is hidden has no height, and no news.
  if (!size.height || size.height === told) return;
  told = size.height;
  // WordPress cuts a frame off there: what is below must be found.
  if (facts.secret) root.style.scrollbarWidth = told > WORDPRESS_LIMIT ? 'thin' : '';
  post([...messagesFor(size, facts, [...unanswered]), ...messagesFor(size, facts)]);
  unanswered.clear();
}

function hear({ source, data }: MessageEvent): void {
  if (source !== window.parent || window.parent === window) return;
  const { learnt, answer = [], set } = readRequest(data, facts) ?? {};
  facts = { ...facts, ...learnt };
  if (set) setLook(set);
  if (told) post(messagesFor(measure(), facts, answer));
  else if (answer.includes('resizerInit')) unanswered.add('resizerInit');
}

function post(messages: readonly unknown[]): void {
  // A height is no secret, and the parent may be any page.
  if (window.parent !== window) for (const message of messages) window.parent.postMessage(message, '*');
}
