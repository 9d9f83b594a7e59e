// Every test file gets a page that no other file has used: emulation, focus and window size cannot leak.
export function freshPages(launcher) {
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const result = await stopSession(id);
    for (const { puppeteerPage: page } of launcher.inactivePages.splice(0)) {
      const context = page.browserContext();
      await page.close().catch(() => undefined);
      if (context !== page.browser().defaultBrowserContext()) await context.close().catch(() => undefined);
    }
    return result;
  };
  return launcher;
}
