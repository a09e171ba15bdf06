import type { OriginCode } from './visit-table.ts';

const ORIGINS: Readonly<Record<string, OriginCode>> = {
  CRM_UI: 'person',
  CRM_UI_BULK_ACTION: 'person',
  MOBILE_IOS: 'person',
  MOBILE_ANDROID: 'person',
  CONTACTS_WEB: 'person',
  SALES: 'person',
  AUTOMATION_PLATFORM: 'workflow',
  AUTOMATION_JOURNEY: 'workflow',
  WORKFLOWS: 'workflow',
  IMPORT: 'import',
  API: 'api',
  INTEGRATION: 'api',
  INTEGRATIONS_PLATFORM: 'api',
  INTEGRATIONS_SYNC: 'api',
  BATCH_UPDATE: 'api',
  EXTENSION: 'api',
};

/**
 * What made a change, from HubSpot's `sourceType`. Source types that we do not know are `unknown`, never guessed.
 * @example originOf('CRM_UI') // 'person'
 */
export function originOf(sourceType: string): OriginCode {
  const known = sourceType.trim().toUpperCase();
  if (known.startsWith('MERGE')) return 'merge';
  return Object.hasOwn(ORIGINS, known) ? (ORIGINS[known] ?? 'unknown') : 'unknown';
}
