// Parents that newsrooms take from npm: the real scripts.
import { autoInitFrames, observeIframe } from '@newswire/frames';
import { initialize } from '@open-iframe-resizer/core';
import { place, script, spoken } from './place.js';

const pym = () => script('/node_modules/pym.js/dist/pym.v1.js');
const resizer4 = () => script('/node_modules/iframe-resizer/js/iframeResizer.js');

export const libraries = {
  async 'pym, by hand'(box, src) {
    await pym();
    new window.pym.Parent(box.id, src, {});
  },
  async 'pym, by attribute'(box, src) {
    box.dataset.pymSrc = src;
    await pym();
    window.pym.autoInit();
  },
  'frames, by attribute'(box, src) {
    box.dataset.frameSrc = src;
    autoInitFrames();
  },
  async 'frames, late'(box, src) {
    const iframe = place(box, src);
    await spoken();
    observeIframe(iframe);
  },
  async 'iframe-resizer 4'(box, src) {
    await resizer4();
    window.iFrameResize({}, place(box, src, { id: 'chart-frame' }));
  },
  async 'iframe-resizer 4, any origin'(box, src) {
    await resizer4();
    window.iFrameResize({ checkOrigin: false }, place(box, src));
  },
  async 'open-iframe-resizer'(box, src) {
    await initialize({}, place(box, src));
  },
  async 'open-iframe-resizer, legacy'(box, src) {
    await initialize({ enableLegacyLibSupport: true }, place(box, src));
  },
  async 'three at once'(box, src) {
    const iframe = place(box, src, { id: 'chart-frame' });
    await resizer4();
    window.iFrameResize({}, iframe);
    observeIframe(iframe);
    await initialize({}, iframe);
  },
};
