import type { OriginCode } from './visit-table.ts';

const ORIGINS: ReadonlyMap<string, OriginCode> = new Map([
  ['CRM_UI', 'person'],
  ['CRM_UI_BULK_ACTION', 'person'],
  ['MOBILE_IOS', 'person'],
  ['MOBILE_ANDROID', 'person'],
  ['CONTACTS_WEB', 'person'],
  ['SALES', 'person'],
  ['AUTOMATION_PLATFORM', 'workflow'],
  ['AUTOMATION_JOURNEY', 'workflow'],
  ['WORKFLOWS', 'workflow'],
  ['IMPORT', 'import'],
  ['API', 'api'],
  ['INTEGRATION', 'api'],
  ['INTEGRATIONS_PLATFORM', 'api'],
  ['INTEGRATIONS_SYNC', 'api'],
  ['BATCH_UPDATE', 'api'],
  ['EXTENSION', 'api'],
]);

/**
 * What made a change, from HubSpot's `sourceType`. Source types that we do not know are `unknown`, never guessed.
 * @example originOf('CRM_UI') // 'person'
 */
export function originOf(sourceType: string): OriginCode {
  return ORIGINS.get(sourceType) ?? (sourceType.startsWith('MERGE') ? 'merge' : 'unknown');
}
