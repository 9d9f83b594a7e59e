// The browser tests in stock Firefox and WebKitGTK (BROWSERS=firefox or BROWSERS=webkit: in one of them).
// *.chromium.browser.ts files (media emulation, DevTools calls, very narrow windows) are Chromium's alone.

import { findFirefox, firefoxLauncher } from './support/firefox.js';
import { plainReporter } from './support/plain-reporter.js';
import { findWebkit, webkitLauncher } from './support/webkit-launcher.js';
import { base, stop, whole } from './support/wtr-base.js';

const browsers = (process.env.BROWSERS ?? 'firefox,webkit').split(',');
const known = { firefox: firefoxLauncher, webkit: webkitLauncher };
for (const name of browsers)
  if (!known[name]) stop(`BROWSERS knows ${Object.keys(known).join(', ')}, not "${name}".`);

const absent = [];
if (browsers.includes('firefox') && !findFirefox()) absent.push('firefox-esr');
if (browsers.includes('webkit')) absent.push(...findWebkit().absent);
if (absent.length)
  stop(
    `Browsers are missing: on Debian, run apt-get install --no-install-recommends ${absent.join(' ')} as root.`,
  );

export default {
  ...base,
  files: [base.files, '!**/*.chromium.browser.ts'],
  browsers: browsers.map((name) => known[name]()),
  // One after the other: two engines on two cores starve each other, and what is late looks broken.
  concurrentBrowsers: 1,
  reporters: [plainReporter({ browsers, whole })],
};
