import type { LaunchOptions } from 'puppeteer-core';

export class NoBrowser extends Error {}
export function findChromium(options?: { prefer?: string }): Promise<LaunchOptions>;
