// Runs in the frame before frame.js and tells the test, on the topmost page, what goes on; it does what the test says.
const errors = [];
const violations = [];
let copied = 0;
addEventListener('error', (event) => errors.push(event.message));
addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
addEventListener('securitypolicyviolation', (event) =>
  violations.push(`${event.violatedDirective} ${event.blockedURI}`),
);
addEventListener('copy', () => copied++);

const chart = () => [...document.body.children].find(({ localName }) => localName.startsWith('sahel-'));
const find = (selector) => chart()?.shadowRoot.querySelector(selector);
const box = (element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
};

function state() {
  const chartElement = chart();
  const inside = find('.chart');
  const text = find('textarea');
  return {
    status: chartElement?.status,
    tag: chartElement?.localName,
    height: document.documentElement.getBoundingClientRect().height,
    width: document.documentElement.clientWidth,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    title: document.title,
    lang: inside?.lang ?? document.documentElement.lang,
    page: `${document.documentElement.lang} ${document.documentElement.dir}`,
    notes: chartElement?.notes.map(({ code }) => code),
    surface: inside && getComputedStyle(inside).backgroundColor,
    view: chartElement?.view,
    highlight: chartElement?.highlight,
    drawing: find('.plot > svg')?.innerHTML.replace(/<!--.*?-->/g, ''),
    sentence: document.querySelector('p')?.textContent,
    marks: chartElement?.shadowRoot.querySelectorAll('svg path').length ?? 0,
    words: chartElement?.shadowRoot.textContent,
    said: find('.text [role=status]')?.textContent,
    field: text && { value: text.value, box: box(text), selected: text.selectionEnd - text.selectionStart },
    csv: chartElement?.status === 'ready' ? chartElement.toCSV() : undefined,
    origin: window.origin,
    resources: performance.getEntriesByType('resource').map(({ name }) => name),
    globals: Object.keys(window).filter((key) => /sahel/i.test(key)),
    errors,
    violations,
    copied,
  };
}

const acts = {
  state: () => undefined,
  pad({ height }) {
    let pad = document.getElementById('pad');
    if (!pad) {
      pad = document.createElement('div');
      pad.id = 'pad';
      document.body.append(pad);
    }
    pad.style.height = `${height}px`;
  },
  click: ({ selector }) => find(selector).click(),
  where: ({ selector }) => box(find(selector)),
};

addEventListener('message', ({ source, data }) => {
  if (source !== top || !data?.probe) return;
  const result = acts[data.probe]?.(data);
  top.postMessage({ probe: data.probe, ticket: data.ticket, result: result ?? state() }, '*');
});
top.postMessage({ probe: 'hello' }, '*');
