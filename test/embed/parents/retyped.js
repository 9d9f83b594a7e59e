// Parents that come with a CMS or a pasted snippet, or under another licence: how each finds its iframe and reads a height.
import { place, script } from './place.js';

const hear = (take) => window.addEventListener('message', take);
/** As the old parents read: no look at what it is first. null.key throws, and is a page error. */
const json = (data) => {
  try {
    return JSON.parse(data);
  } catch {
    return {};
  }
};

export const retyped = {
  'Datawrapper, new snippet'(box, src) {
    place(box, src);
    hear((event) => {
      if (event.data['datawrapper-height'] === undefined) return;
      for (const key in event.data['datawrapper-height'])
        for (const iframe of document.querySelectorAll('iframe'))
          if (iframe.contentWindow === event.source)
            iframe.style.height = `${event.data['datawrapper-height'][key]}px`;
    });
  },
  'Datawrapper, old snippet'(box, src) {
    place(box, src);
    hear((event) => {
      if (event.data['datawrapper-height'] === undefined) return;
      for (const key in event.data['datawrapper-height']) {
        const iframe =
          document.getElementById(`datawrapper-chart-${key}`) ||
          document.querySelector(`iframe[src*='${key}']`);
        if (iframe) iframe.style.height = `${event.data['datawrapper-height'][key]}px`;
      }
    });
  },
  'Infogram and Medium'(box, src) {
    place(box, src);
    hear((event) => {
      const { context, src: name, height } = json(event.data);
      if (context !== 'iframe.resize' || !name || !(height > 0)) return;
      for (const iframe of document.querySelectorAll(`iframe[src="${name}"]`)) iframe.height = height;
    });
  },
  'Infogram and Medium, with a hash'(box, src) {
    retyped['Infogram and Medium'](box, `${src}#part`);
  },
  Guardian(box, src) {
    box.className = 'interactive';
    const iframe = place(box, src);
    hear((event) => {
      if (event.source !== iframe.contentWindow) return;
      const { type, value } = json(event.data);
      if (type === 'set-height' && Number.isInteger(value)) iframe.height = `${value}`;
    });
  },
  AMP(box, src) {
    const iframe = place(box, `${src}#amp=1`, { sandbox: 'allow-scripts' });
    hear(({ data, source }) => {
      if (source !== iframe.contentWindow || data?.sentinel !== 'amp' || data.type !== 'embed-size') return;
      if (data.height >= 100) iframe.style.height = `${data.height}px`;
    });
  },
  WordPress(box, src) {
    const secret = 'aB3dE5fG7h';
    const iframe = place(box, `${src}#?secret=${secret}`, {
      class: 'wp-embedded-content',
      sandbox: 'allow-scripts',
      security: 'restricted',
      'data-secret': secret,
    });
    hear(({ data, source }) => {
      if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
      for (const one of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
        if (source !== one.contentWindow || data.message !== 'height') continue;
        one.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
      }
    });
    iframe.addEventListener('load', () =>
      iframe.contentWindow.postMessage({ message: 'ready', secret }, '*'),
    );
  },
  // Its wire format only: the package is GPL.
  'iframe-resizer 5'(box, src) {
    const iframe = place(box, src, { id: 'iFrameResizer0' });
    const settings = '8:false:false:32:true:true::auto:::0:false:child:auto:true:::true:::false';
    const start = () => iframe.contentWindow.postMessage(`[iFrameSizer]${iframe.id}:${settings}`, '*');
    let isInitialised = false;
    iframe.addEventListener('load', start);
    hear(({ data, source }) => {
      if (data === '[iFrameResizerChild]Ready') start();
      if (typeof data !== 'string' || !data.startsWith('[iFrameSizer]')) return;
      const [id, height, width, type] = data.slice(13).split(':');
      if (id !== iframe.id || source !== iframe.contentWindow || !+height || !+width) return;
      isInitialised ||= type === 'init';
      if (isInitialised) iframe.style.height = `${height}px`;
    });
  },
  async 'host.js, with a style sheet in its way'(box, src) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'iframe { min-height: 900px !important; height: 900px !important; max-height: 200px !important }',
    );
    document.adoptedStyleSheets.push(sheet);
    await script('/dist/cdn/host.js');
    place(box, src, { 'data-sahel-chart': '' });
  },
  async 'host.js, late'(box, src) {
    const iframe = place(box, src, { 'data-sahel-chart': '' });
    await new Promise((done) => iframe.addEventListener('load', done));
    await new Promise((done) => setTimeout(done, 300));
    await script('/dist/cdn/host.js');
  },
  'nobody who listens'(box, src) {
    place(box, src);
  },
};
