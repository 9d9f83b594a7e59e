// Browser tests in Chromium: npm run test:browser. Some of them: npm run test:browser -- --files 'test/element/*.browser.ts'
import { chromeLauncher } from '@web/test-runner-chrome';
import { NoBrowser, findChromium } from './support/chromium.js';
import { freshPages } from './support/fresh-pages.js';
import { plainReporter } from './support/plain-reporter.js';
import { base, stop, whole } from './support/wtr-base.js';

const launchOptions = await findChromium().catch((error) => {
  if (error instanceof NoBrowser) stop(error.message);
  throw error;
});

const launcher = chromeLauncher({
  launchOptions,
  // A context, so a window, of its own for each page: in a shared one, mouse and focus fail once two pages run.
  createPage: async ({ context }) => (await context.browser().createBrowserContext()).newPage(),
});

export default {
  ...base,
  browsers: [freshPages(Object.assign(launcher, { name: 'chromium' }))],
  reporters: [plainReporter({ browsers: ['chromium'], whole })],
};
