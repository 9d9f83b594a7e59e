// Builds the gallery from the list in figures.js: fetch everything, then put it in place at once, so that nothing jumps.
import { invented, lead, published, situations, together } from './figures.js';
import { writeSnippet } from './snippet.js';

const cdn = new URL('/dist/cdn/', location.href).href;
const root = document.documentElement;
const form = document.querySelector('.controls');
const main = document.querySelector('main');
const status = document.querySelector('.unseen');

const words = {
  copy: { en: 'Copy the snippet', fr: 'Copier le code' },
  show: { en: 'Show the snippet', fr: 'Voir le code' },
  label: { en: 'Snippet', fr: 'Code à coller' },
  copied: { en: 'Copied.', fr: 'Copié.' },
  select: { en: 'The text is selected: copy it.', fr: 'Le texte est sélectionné\u00a0: copiez-le.' },
  desk: { en: 'What the desk is told', fr: 'Ce que la rédaction apprend' },
  lead: { en: 'The figures this project was founded on', fr: 'Les chiffres à l’origine de ce projet' },
  leadSay: {
    en: 'AFP, 21 November 2025: two ACLED figures and a planned refinery, in a contract for each of the three charts.',
    fr: 'AFP, 21 novembre 2025\u00a0: deux chiffres d’ACLED et une raffinerie prévue, en un contrat pour chacun des trois graphiques.',
  },
  published: { en: 'Other published figures', fr: 'D’autres chiffres publiés' },
  publishedSay: {
    en: 'UCDP’s deaths with their ranges and by perpetrator, and the industrial gold of Mali’s ministry of mines.',
    fr: 'Les morts de l’UCDP, avec leurs fourchettes et par auteur, et l’or industriel du ministère des mines du Mali.',
  },
  invented: { en: 'Example data', fr: 'Données d’exemple' },
  together: { en: 'Side by side', fr: 'Côte à côte' },
  togetherSay: {
    en: 'Charts with the same scale-group share the end of their axis, and an actor has one hue and one motif in every chart of the page.',
    fr: 'Les graphiques d’un même scale-group partagent la fin de leur axe, et un acteur a une seule teinte et un seul motif dans tous ceux de la page.',
  },
  situations: { en: 'Situations', fr: 'Situations' },
  situationsSay: {
    en: 'What a desk meets sooner or later, one chart each. Most of these figures are example data.',
    fr: 'Ce qu’une rédaction rencontre tôt ou tard, un graphique pour chaque cas. La plupart de ces chiffres sont des données d’exemple.',
  },
  example: {
    en: 'Where a source line says “Example data” the figures are invented to show a situation, and say nothing about Mali.',
    fr: 'Là où la source est «\u00a0Example data\u00a0», les chiffres sont inventés pour montrer une situation et ne disent rien du Mali.',
  },
  none: {
    en: 'The charts could not be loaded. Run npm run build, then load this page again.',
    fr: 'Les graphiques n’ont pas pu être chargés. Lancez npm run build, puis rechargez cette page.',
  },
};

/** Texts that follow the language: each is told again when it changes. */
const told = [];

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function tell(element, texts, property = 'textContent') {
  const say = () => (element[property] = texts[choice('lang')]);
  told.push(say);
  say();
  return element;
}

const choice = (name) => new FormData(form).get(name);

// ---- one figure

function makeChart({ chart: name, contract, src, view, scaleGroup, fallback }, level) {
  const chart = document.createElement(`sahel-${name}`);
  chart.setAttribute('heading-level', String(level));
  chart.setAttribute('loading', 'eager');
  if (view) chart.setAttribute('view', view);
  if (scaleGroup) chart.setAttribute('scale-group', scaleGroup);
  if (fallback) chart.append(tell(make('p'), fallback));
  if (src) chart.setAttribute('src', src);
  else chart.data = contract;
  return chart;
}

function makeFigure(figure, level, integrity) {
  const chart = makeChart(figure, level + 1);
  const text = tell(make('textarea', { readOnly: true, spellcheck: false }), words.label, 'ariaLabel');
  const view = make('details', {}, tell(make('summary'), words.show), text);
  const button = tell(make('button', { type: 'button' }), words.copy);
  const lines = make('ul');
  const desk = make('div', { className: 'desk', hidden: true }, tell(make('p'), words.desk), lines);

  const write = () => {
    const lang = choice('lang');
    const summary = chart.shadowRoot?.getElementById('summary')?.textContent.trim();
    const fallback = figure.fallback?.[lang] ?? (summary || figure.say[lang]);
    const src = figure.src && new URL(figure.src, location.href).href;
    text.value = writeSnippet({ ...figure, src, lang, fallback }, cdn, integrity);
  };
  view.addEventListener('toggle', write);
  button.addEventListener('click', async () => {
    write();
    view.open = true;
    status.textContent = (await copy(text)) ? words.copied[choice('lang')] : words.select[choice('lang')];
  });
  const list = (texts) => {
    desk.hidden = texts.length === 0;
    lines.replaceChildren(...texts.map((line) => make('li', { lang: 'en', textContent: line })));
  };
  chart.addEventListener('sahel-ready', ({ detail }) =>
    list(detail.notes.map(({ code, message }) => `${code}: ${message}`)),
  );
  chart.addEventListener('sahel-error', ({ detail: { code, message, faults } }) =>
    list(
      faults.length
        ? faults.map((f) => `${f.code}: ${f.path}: expected ${f.expected}, received ${f.received}`)
        : [`${code}: ${message}`],
    ),
  );
  return make(
    'section',
    { className: 'figure', id: figure.id },
    tell(make(`h${level}`), figure.heading),
    tell(make('p', { className: 'say' }), figure.say),
    make('div', { className: 'stage' }, chart),
    make('div', { className: 'under' }, button, view, desk),
  );
}

async function copy(text) {
  text.focus({ preventScroll: true });
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}

// ---- the page

const charts = () => [...main.querySelectorAll('.stage > *')];

/** A part of the page: its heading, one line, its figures; in columns where `className` says so. */
function makeSection(name, say, figures, integrity, className = 'column') {
  return make(
    'section',
    { className: `part ${name}`, id: name },
    tell(make('h2'), words[name]),
    tell(make('p', { className: 'say' }), say),
    make('div', { className }, ...figures.map((one) => makeFigure(one, 3, integrity))),
  );
}

/** Keeps in place what the reader looks at while everything above it changes its height. */
async function inPlace(change) {
  const sections = [...main.querySelectorAll('.figure')];
  const seen = sections.find((section) => section.getBoundingClientRect().bottom > innerHeight / 3);
  const top = seen?.getBoundingClientRect().top;
  change();
  await Promise.all(charts().map((chart) => chart.updateComplete));
  if (!seen || scrollY === 0) return;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => scrollBy(0, seen.getBoundingClientRect().top - top)),
  );
}

function apply() {
  const [width, theme, lang] = ['width', 'theme', 'lang'].map(choice);
  root.dataset.width = width;
  root.dataset.theme = theme;
  root.lang = lang;
  for (const element of document.querySelectorAll('[data-fr]')) {
    element.dataset.en ??= element.textContent.trim().replace(/\s+/g, ' ');
    element.textContent = element.dataset[lang];
  }
  form.dataset.enLabel ??= form.getAttribute('aria-label');
  form.setAttribute('aria-label', form.dataset[`${lang}Label`]);
  for (const say of told) say();
  for (const chart of charts()) {
    chart.setAttribute('theme', theme);
    chart.setAttribute('lang', lang);
  }
  for (const view of main.querySelectorAll('.under details[open]')) view.dispatchEvent(new Event('toggle'));
  for (const stage of main.querySelectorAll('.stage')) {
    // What scrolls sideways must be reachable by keyboard.
    if (stage.scrollWidth > stage.clientWidth) stage.tabIndex = 0;
    else stage.removeAttribute('tabindex');
  }
}

async function read(figure) {
  return figure.read ? { ...figure, contract: await figure.read() } : figure;
}

/** The address carries the choices, so that a view can be sent to somebody. */
function restore() {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const input = form.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
    if (input) input.checked = true;
  }
}

form.addEventListener('change', () => {
  const address = new URL(location.href);
  for (const [name, value] of new FormData(form)) address.searchParams.set(name, value);
  history.replaceState(null, '', address);
  void inPlace(apply);
});

restore();
apply();
try {
  const [integrity, ...parts] = await Promise.all([
    fetch(`${cdn}integrity.json`).then((answer) => answer.json()),
    ...[lead, published, invented, together, situations].map((figures) => Promise.all(figures.map(read))),
    import(`${cdn}sahel-charts.js`),
    choice('lang') === 'en' || import(`${cdn}lang/${choice('lang')}.js`),
  ]);
  main.replaceChildren(
    makeSection('lead', words.leadSay, parts[0], integrity),
    makeSection('published', words.publishedSay, parts[1], integrity),
    makeSection('invented', words.example, parts[2], integrity),
    makeSection('together', words.togetherSay, parts[3], integrity, 'grid'),
    makeSection('situations', words.situationsSay, parts[4], integrity, 'grid'),
  );
  apply();
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  root.dataset.ready = '';
} catch (error) {
  main.replaceChildren(tell(make('p', { className: 'plain' }), words.none));
  throw error;
}
