import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserServer, chromium } from 'playwright-core';
import { carriedChromium } from './carried-chromium.ts';

/** Nothing but the page: no first-run pages, no calls home; the same pixels everywhere. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-device-scale-factor=1',
  '--font-render-hinting=none',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/snap/bin/chromium',
];

interface Places {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly usual: readonly string[];
}

/** A Chromium of this machine: the one that CHROME_PATH names, else one on the path, else one in a usual place. */
export function installedChromium(
  { environment, usual }: Places = { environment: process.env, usual: USUAL_PLACES },
): string | null {
  const named = environment['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, where no file is: correct it, or unset it.`);
  }
  const onPath = (environment['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...onPath, ...usual].find((place) => existsSync(place)) ?? null;
}

/** Starts the machine's Chromium, or the one that an npm package carries. Without either, one sentence says what to do. */
export const launchChromium = async (): Promise<Browser> => chromium.launch(await chromiumOptions());

/** The same, for several processes to connect to. */
export const serveChromium = async (): Promise<BrowserServer> => chromium.launchServer(await chromiumOptions());

async function chromiumOptions() {
  const installed = installedChromium();
  if (installed !== null) return { executablePath: installed, args: FLAGS };
  const carried = await carriedChromium();
  if (carried === null)
    throw new Error('The browser tests need Chromium or Chrome: install one, or set CHROME_PATH to where it is.');
  const { executablePath, environment } = carried;
  return { executablePath, args: FLAGS, env: { ...inherited(), ...environment } };
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
