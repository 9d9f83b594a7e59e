// Builds the gallery from the list in figures.js: fetch everything, then put it in place at once, so that nothing jumps.
import { choice, controls, make, sayAll, tell, tongue } from './dom.js';
import { makeEmbed } from './embed.js';
import { invented, lead, published, situations, together } from './figures.js';

const cdn = new URL('/dist/cdn/', location.href).href;
const root = document.documentElement;
const main = document.querySelector('main');

const words = {
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

function makeFigure(figure, level, build) {
  const chart = makeChart(figure, level + 1);
  const lines = make('ul');
  const desk = make('div', { className: 'desk', hidden: true }, tell(make('p'), words.desk), lines);
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
    make('div', { className: 'under' }, makeEmbed(figure, chart, build), desk),
  );
}

// ---- the page

const charts = () => [...main.querySelectorAll('.stage > *')];

/** A part of the page: its heading, one line, its figures; in columns where `className` says so. */
function makeSection(name, say, figures, build, className = 'column') {
  return make(
    'section',
    { className: `part ${name}`, id: name },
    tell(make('h2'), words[name]),
    tell(make('p', { className: 'say' }), say),
    make('div', { className }, ...figures.map((one) => makeFigure(one, 3, build))),
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
  root.lang = tongue();
  for (const element of document.querySelectorAll('[data-fr]')) {
    element.dataset.en ??= element.textContent.trim().replace(/\s+/g, ' ');
    element.textContent = element.dataset[tongue()];
  }
  controls.dataset.enLabel ??= controls.getAttribute('aria-label');
  controls.setAttribute('aria-label', controls.dataset[`${tongue()}Label`]);
  sayAll();
  for (const chart of charts()) {
    chart.setAttribute('theme', theme);
    chart.setAttribute('lang', lang);
  }
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
    const input = controls.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
    if (input) input.checked = true;
  }
}

controls.addEventListener('change', () => {
  const address = new URL(location.href);
  for (const [name, value] of new FormData(controls)) address.searchParams.set(name, value);
  history.replaceState(null, '', address);
  void inPlace(apply);
});

restore();
apply();
try {
  const [forms, integrity, ...parts] = await Promise.all([
    import('/dist/gallery/forms.js'),
    fetch(`${cdn}integrity.json`).then((answer) => answer.json()),
    ...[lead, published, invented, together, situations].map((figures) => Promise.all(figures.map(read))),
    import(`${cdn}sahel-charts.js`),
    choice('lang') === 'en' || import(`${cdn}lang/${choice('lang')}.js`),
  ]);
  const build = { forms, integrity };
  main.replaceChildren(
    makeSection('lead', words.leadSay, parts[0], build),
    makeSection('published', words.publishedSay, parts[1], build),
    makeSection('invented', words.example, parts[2], build),
    makeSection('together', words.togetherSay, parts[3], build, 'grid'),
    makeSection('situations', words.situationsSay, parts[4], build, 'grid'),
  );
  apply();
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  root.dataset.ready = '';
} catch (error) {
  main.replaceChildren(tell(make('p', { className: 'plain' }), words.none));
  throw error;
}
