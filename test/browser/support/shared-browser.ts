import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** The browser of all browser tests, as one of its own for this file: closing it closes this file's pages alone. */
export const connectBrowser = (): Promise<Browser> => chromium.connect(inject('browserUrl'));
