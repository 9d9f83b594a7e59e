// Under each figure: in which form it is taken, what is pasted, and the files that are published for it.
import { choice, follow, make, status, tell, tongue } from './dom.js';

const words = {
  form: { en: 'Embed as', fr: 'Intégrer comme' },
  copy: { en: 'Copy the snippet', fr: 'Copier le code' },
  show: { en: 'Show the snippet', fr: 'Voir le code' },
  label: { en: 'Snippet', fr: 'Code à coller' },
  copyAddress: { en: 'Copy the address', fr: 'Copier l’adresse' },
  showAddress: { en: 'Show the address', fr: 'Voir l’adresse' },
  addressLabel: { en: 'Address', fr: 'Adresse à coller' },
  copied: { en: 'Copied.', fr: 'Copié.' },
  select: { en: 'The text is selected: copy it.', fr: 'Le texte est sélectionné\u00a0: copiez-le.' },
  files: { en: 'To publish there:', fr: 'À y publier\u00a0:' },
  save: { en: 'Download the page', fr: 'Télécharger la page' },
  picture: {
    en: 'The PNG is drawn with the fonts of this machine; the one of the command line is the same everywhere.',
    fr: 'Le PNG est dessiné avec les polices de cette machine\u202f; celui de la ligne de commande est le même partout.',
  },
  noPicture: {
    en: 'The PNG could not be made in this browser. The command line makes it: sahel-charts embed.',
    fr: 'Ce navigateur n’a pas pu faire le PNG. La ligne de commande le fait\u00a0: sahel-charts embed.',
  },
  shared: {
    en: 'As script only: charts that share an axis stand in one page.',
    fr: 'En script seulement\u00a0: des graphiques qui partagent un axe sont dans une même page.',
  },
  failed: {
    en: 'The files of dist/cdn could not be read. Run npm run build, then choose again.',
    fr: 'Les fichiers de dist/cdn n’ont pas pu être lus. Lancez npm run build, puis choisissez à nouveau.',
  },
};

const names = { script: 'Script', iframe: 'Iframe', figure: 'Figure', oembed: 'oEmbed', page: 'Page' };

const purposes = {
  script: {
    en: 'The live chart, where the CMS keeps scripts. Without JavaScript the whole chart is there as plain HTML.',
    fr: 'Le graphique vivant, là où le CMS garde les scripts. Sans JavaScript, tout le graphique est là en simple HTML.',
  },
  iframe: {
    en: 'The live chart in a frame of the right height, where the CMS keeps iframes.',
    fr: 'Le graphique vivant dans un cadre à sa hauteur, là où le CMS garde les iframes.',
  },
  figure: {
    en: 'A picture with its words and table, where the CMS strips scripts and iframes. A site that loads upgrade.js makes it live.',
    fr: 'Une image avec ses textes et son tableau, là où le CMS retire scripts et iframes. Un site qui charge upgrade.js la rend vivante.',
  },
  oembed: {
    en: 'An address on a line of its own, where the CMS makes embeds of addresses.',
    fr: 'Une adresse seule sur sa ligne, là où le CMS fait des adresses un contenu intégré.',
  },
  page: {
    en: 'One file that asks for nothing: for a link, an attachment, a phone without network.',
    fr: 'Un seul fichier qui ne demande rien\u00a0: pour un lien, une pièce jointe, un téléphone sans réseau.',
  },
};

const fields = {
  base: {
    label: { en: 'Where will you publish this?', fr: 'Où publierez-vous ceci\u00a0?' },
    hint: {
      en: 'An example: put in the address of your own folder, one for each chart.',
      fr: 'Un exemple\u00a0: mettez l’adresse de votre dossier, un par graphique.',
    },
    fault: {
      en: 'Write a whole address, beginning with https://.',
      fr: 'Écrivez une adresse entière, qui commence par https://.',
    },
  },
  runtime: {
    label: { en: 'Where is dist/cdn published?', fr: 'Où dist/cdn est-il publié\u00a0?' },
    hint: {
      en: 'Works on this machine only: put in your own address, one that holds the version.',
      fr: 'Ne marche que sur cette machine\u00a0: mettez votre adresse, qui contienne la version.',
    },
    fault: {
      en: 'Write a whole address, beginning with https://, that holds a version and not “latest”.',
      fr: 'Écrivez une adresse entière, qui commence par https:// et contienne une version, non «\u00a0latest\u00a0».',
    },
  },
};

const needsFolder = (form) => form === 'iframe' || form === 'figure' || form === 'oembed';
const needsRuntime = (form) => form === 'script' || form === 'iframe' || form === 'oembed';

const cdn = new URL('/dist/cdn/', location.href).href;

/** One runtime serves all charts: the address written under one figure holds under all. */
let runtime = cdn;

const texts = new Map();

/** Text of a file of dist/cdn, asked for once. */
function readText(name) {
  if (!texts.has(name)) {
    const text = fetch(cdn + name).then((answer) => {
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return answer.text();
    });
    texts.set(name, text);
    text.catch(() => texts.delete(name));
  }
  return texts.get(name);
}

/** A picture as PNG. The address is data:, which the policy of this page allows. */
async function rasterise({ svg, width, height, scale }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = make('canvas', { width: width * scale, height: height * scale });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
  return new Uint8Array(await blob.arrayBuffer());
}

/** What a form needs besides the contract. */
async function readOptions({ forms, integrity }, figure, form, baseUrl) {
  const lang = choice('lang');
  const scripts = forms.scriptsOf({ chart: { name: figure.chart }, pack: { tag: lang } });
  const inPage =
    form === 'page' ? scripts : needsFolder(form) ? scripts.filter((name) => name.startsWith('lang/')) : [];
  const [licences, ...code] = await Promise.all(
    [form === 'page' && 'licenses.txt', ...inPage].map((name) => name && readText(name)),
  );
  return {
    lang,
    view: figure.view,
    baseUrl,
    runtime,
    integrity,
    code: Object.fromEntries(inPage.map((name, i) => [name, code[i]])),
    ...(licences && { licences }),
  };
}

/** Text that may stand in an HTML attribute or element. */
const escapeHTML = (text) =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]);

/** For a chart without a contract here, or with a refused one: the element as it stands, and one sentence inside. */
function writePlain({ forms, integrity }, { chart, contract, src }, fallback) {
  const lang = choice('lang');
  const address = src ? ` src="${escapeHTML(new URL(src, location.href).href)}"` : '';
  const json = src ? '' : forms.writeContract(contract).trim().replaceAll('<', '\\u003c');
  const data = json && `<script type="application/json">\n${json}\n</script>\n`;
  const scripts = forms
    .scriptsOf({ chart: { name: chart }, pack: { tag: lang } })
    .map((name) => [cdn + name, integrity[name]])
    .map((pair) => pair.map(escapeHTML))
    .map(
      ([at, hash]) =>
        `<script type="module" src="${at}" integrity="${hash}" crossorigin="anonymous"></script>`,
    );
  return `<sahel-${chart} lang="${lang}"${address}>
${data}<p>${escapeHTML(fallback)}</p>
</sahel-${chart}>
${scripts.join('\n')}
`;
}

/** A labelled field for an address, with a line under it while the address is the example or is none. */
function makeField(name, id, example) {
  const hint = make('span', { id: `${id}-${name}-hint`, className: 'hint' });
  const input = make('input', {
    type: 'url',
    required: true,
    spellcheck: false,
    autocomplete: 'off',
    value: example,
  });
  input.setAttribute('aria-describedby', hint.id);
  const { label, ...lines } = fields[name];
  let line = 'hint';
  const say = () => (hint.textContent = lines[line]?.[tongue()] ?? '');
  follow(say);
  return {
    input,
    element: make('div', { className: 'field' }, make('label', {}, tell(make('span'), label), input), hint),
    mark(isFault) {
      line = isFault ? 'fault' : input.value === example ? 'hint' : '';
      input.ariaInvalid = String(isFault);
      say();
    },
  };
}

function isAddress(text) {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

function makeChoice() {
  const options = Object.entries(names).map(([value, name]) => {
    const input = make('input', { type: 'radio', name: 'form', value, checked: value === 'script' });
    return make(
      'label',
      {},
      tell(input, purposes[value], 'ariaDescription'),
      make('span', { textContent: name }),
    );
  });
  return make('fieldset', {}, tell(make('legend'), words.form), ...options);
}

/** What stands under a figure, for copying and saving. */
export function makeEmbed(figure, chart, build) {
  const { forms } = build;
  const fieldset = makeChoice();
  const purpose = make('p', { className: 'purpose' });
  const base = makeField('base', figure.id, `https://charts.example.org/${figure.id}/`);
  const place = makeField('runtime', figure.id, cdn);
  const addresses = make('div', { className: 'addresses' }, base.element);
  const button = make('button', { type: 'button' });
  const text = make('textarea', { readOnly: true, spellcheck: false });
  const summary = make('summary');
  const view = make('details', {}, summary, text);
  const page = make('a', { className: 'button' });
  const list = make('ul');
  const note = make('p');
  const lead = tell(make('p'), words.files);
  const files = make('div', { className: 'files', hidden: true }, lead, list, note);
  const element = make(
    'form',
    { className: 'embed', noValidate: true },
    fieldset,
    purpose,
    addresses,
    make('div', { className: 'actions' }, button, page, view),
    files,
  );

  const pictures = new Map();
  let isRefused = false;
  let turn = 0;

  const isPlain = () => Boolean(figure.src) || isRefused;
  const chosen = () => new FormData(element).get('form');

  async function drawPicture(form, options) {
    const key = `${form} ${options.lang}`;
    const wanted = pictures.has(key) ? undefined : forms.pictureFor(figure.contract, form, options);
    if (wanted) pictures.set(key, await rasterise(wanted).catch(() => undefined));
    return pictures.get(key);
  }

  async function compose(form) {
    if (isPlain()) {
      const lang = tongue();
      const said = chart.shadowRoot?.getElementById('summary')?.textContent.trim();
      const fallback = figure.fallback?.[lang] ?? (said || figure.say[lang]);
      return { snippet: writePlain(build, figure, fallback), files: [] };
    }
    const options = await readOptions(build, figure, form, base.input.value.trim());
    const hasPicture = form === 'figure' || form === 'oembed';
    const picture = hasPicture ? await drawPicture(form, options) : undefined;
    const made = forms.writeEmbed(figure.contract, form, { ...options, ...(picture && { picture }) });
    // What makes charts share an axis is no part of one chart's contract.
    const group = figure.scaleGroup && `$& scale-group="${escapeHTML(figure.scaleGroup)}"`;
    return {
      snippet: group ? made.snippet.replace(/^<sahel-[\w-]+/, group) : made.snippet,
      files: made.files,
      ...(hasPicture && { note: picture ? words.picture : words.noPicture }),
    };
  }

  function offer(link, { path, content }) {
    URL.revokeObjectURL(link.href);
    const blob = new Blob([content]);
    link.href = URL.createObjectURL(blob);
    link.download = path;
    return ` ${Math.ceil(blob.size / 1000)}\u00a0${tongue() === 'fr' ? 'ko' : 'kB'}`;
  }

  function show(form, { snippet, files: made, note: said }) {
    text.value = snippet;
    for (const link of list.querySelectorAll('a')) URL.revokeObjectURL(link.href);
    const isPage = form === 'page';
    page.hidden = !isPage || made.length === 0;
    if (!page.hidden) page.replaceChildren(words.save[tongue()], offer(page, made[0]));
    const items = (isPage ? [] : made).map((file) => {
      const link = make('a', { textContent: file.path });
      return make('li', {}, link, offer(link, file));
    });
    list.replaceChildren(...items);
    const isEmpty = items.length === 0;
    lead.hidden = isEmpty;
    files.hidden = isEmpty && !said;
    note.textContent = said?.[tongue()] ?? '';
  }

  /** Shows what suits the form; what is pasted is written once somebody wants it. */
  async function write() {
    const lang = tongue();
    const form = isPlain() ? 'script' : chosen();
    const isAddressed = form === 'oembed';
    element.dataset.form = form;
    fieldset.hidden = isPlain() || Boolean(figure.scaleGroup);
    purpose.hidden = isPlain();
    purpose.textContent = (figure.scaleGroup ? words.shared : purposes[form])[lang];
    button.textContent = (isAddressed ? words.copyAddress : words.copy)[lang];
    summary.textContent = (isAddressed ? words.showAddress : words.show)[lang];
    text.ariaLabel = (isAddressed ? words.addressLabel : words.label)[lang];
    button.hidden = view.hidden = form === 'page';
    if (place.input.value.trim() !== runtime) place.input.value = runtime;
    base.element.hidden = !needsFolder(form);
    place.element.hidden = isPlain() || !needsRuntime(form);
    // With a script the runtime is all that has an address: it stands with the snippet.
    const home = form === 'script' ? view : addresses;
    if (place.element.parentElement !== home) {
      if (home === view) text.before(place.element);
      else home.append(place.element);
    }
    addresses.hidden = form === 'script' || form === 'page';
    const own = ++turn;
    if (form === 'script' && !view.open) {
      button.disabled = false;
      show(form, { snippet: '', files: [] });
      return;
    }
    let isBaseWrong = false;
    let isRuntimeWrong = false;
    let result = { snippet: '', files: [] };
    try {
      result = await compose(form);
    } catch (error) {
      if (error instanceof forms.EmbedError) {
        isBaseWrong = needsFolder(form) && !isAddress(base.input.value);
        isRuntimeWrong = !isBaseWrong;
      } else result.note = words.failed;
    }
    if (own !== turn) return;
    base.mark(isBaseWrong);
    place.mark(isRuntimeWrong);
    button.disabled = result.snippet === '';
    show(form, result);
  }

  /** The newest writing; what was written for an older choice is dropped. */
  let writing;
  const update = () => (writing = write());

  element.addEventListener('submit', (event) => event.preventDefault());
  fieldset.addEventListener('change', () => update());
  base.input.addEventListener('input', () => update());
  place.input.addEventListener('input', () => {
    runtime = place.input.value.trim();
    update();
  });
  // Another figure may have been told another runtime since.
  element.addEventListener('focusin', () => place.input.value.trim() !== runtime && update());
  view.addEventListener('toggle', () => update());
  button.addEventListener('click', async () => {
    view.open = true;
    update();
    let seen;
    do await (seen = writing);
    while (seen !== writing);
    if (text.value === '') return;
    status.textContent = ((await copy(text)) ? words.copied : words.select)[tongue()];
  });
  chart.addEventListener('sahel-ready', () => setRefused(false));
  chart.addEventListener('sahel-error', () => setRefused(true));
  function setRefused(refused) {
    if (isRefused === refused) return;
    isRefused = refused;
    update();
  }
  follow(() => update());
  return element;
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
