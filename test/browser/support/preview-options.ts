import type { PreviewOptions } from '../../../local/preview/options.ts';
import { PORTAL_NOW } from './portal.ts';

export const PUBLIC_BASE_URL = 'https://insights.example.com';
export const ACCESS_TOKEN = 'simulated-token';
export const CLIENT_SECRET = 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy';
export const APP_ID = '54321';

export const REP = {
  userId: '1901',
  email: 'alva@example.com',
  firstName: 'Alva',
  lastName: 'Rep',
  teams: [{ teamId: '31', name: 'Field sales' }],
  role: 'rep',
};
export const MANAGER = {
  ...REP,
  userId: '1902',
  email: 'milo@example.com',
  firstName: 'Milo',
  lastName: 'Manager',
  role: 'manager',
};

/** What a preview is told, for a portal whose clock stands still. */
export const previewOptions = (urls: { readonly backendUrl: string; readonly hubspotUrl: string }): PreviewOptions => ({
  ...urls,
  port: 0,
  publicBaseUrl: PUBLIC_BASE_URL,
  accessToken: ACCESS_TOKEN,
  clientSecret: CLIENT_SECRET,
  portalId: '62515',
  appId: APP_ID,
  clock: { now: () => PORTAL_NOW },
  users: [REP, MANAGER],
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  readOnly: false,
});
