// Stock Firefox, by WebDriver BiDi: no driver and no package of its own.
// apt-get install -y --no-install-recommends firefox-esr
import { existsSync } from 'node:fs';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { freshPages } from './fresh-pages.js';

const places = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

export const findFirefox = () =>
  [process.env.FIREFOX_PATH, ...places].find((candidate) => candidate && existsSync(candidate));

export function firefoxLauncher() {
  const launcher = chromeLauncher({
    puppeteer,
    launchOptions: {
      browser: 'firefox',
      executablePath: findFirefox(),
      headless: true,
      protocol: 'webDriverBiDi',
    },
    concurrency: 1,
  });
  return freshPages(Object.assign(launcher, { name: 'firefox' }));
}
