// dist/cdn/host.js: one tag for a page that has no script for frames of its own. It serves every
// <iframe data-sahel-chart>, also those that come later: they speak when they are ready.
import { askForHeight, resize } from './resize.js';

const frames = (): NodeListOf<HTMLIFrameElement> =>
  document.querySelectorAll<HTMLIFrameElement>('iframe[data-sahel-chart]');

window.addEventListener('message', (event) => {
  for (const iframe of frames()) resize(iframe, event);
});
for (const iframe of frames()) askForHeight(iframe);
