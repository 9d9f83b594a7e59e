/** executeServerCommand('tap', { x, y }): a finger touches the page there; Chromium only. */
export const tapPlugin = () => ({
  name: 'tap-command',
  async executeCommand({ command, payload, session }) {
    if (command !== 'tap') return undefined;
    if (session.browser.name !== 'chromium')
      throw new Error('tap is a command for *.chromium.browser.ts files');
    await session.browser.getPage(session.id).touchscreen.tap(payload.x, payload.y);
    return true;
  },
});
