// Commands for browser tests, beside those of @web/test-runner-commands.

/** executeServerCommand('cdp', { method, params, keep }): any DevTools call on the test's page; Chromium only. */
export const cdpPlugin = () => ({
  name: 'cdp-command',
  async executeCommand({ command, payload, session }) {
    if (command !== 'cdp') return undefined;
    const page = session.browser.getPage?.(session.id);
    if (session.browser.name !== 'chromium' || !page?.createCDPSession)
      throw new Error('cdp is a command for *.chromium.browser.ts files');
    const cdp = await page.createCDPSession();
    try {
      return (await cdp.send(payload.method, payload.params)) ?? true;
    } finally {
      if (!payload.keep) await cdp.detach();
    }
  },
});

/** executeServerCommand('screenshot') → the page as a PNG, in base64; not in WebKitGTK, which never answers. */
export const screenshotPlugin = () => ({
  name: 'screenshot-command',
  async executeCommand({ command, session }) {
    if (command !== 'screenshot') return undefined;
    if (session.browser.name === 'webkit') throw new Error('screenshot: not in WebKitGTK');
    return Buffer.from(await session.browser.getPage(session.id).screenshot()).toString('base64');
  },
});
