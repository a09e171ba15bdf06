import { FACT_PROPERTIES, TRACKED_PROPERTIES } from '@deal-stage-insights/shared';

export const CREATED = 'createdate';
export const MODIFIED = 'hs_lastmodifieddate';
export const MERGED_IDS = 'hs_merged_object_ids';

/** Values asked for with each deal. */
export const READ_PROPERTIES = [...FACT_PROPERTIES, ...TRACKED_PROPERTIES, CREATED, MODIFIED, MERGED_IDS];

/** Histories asked for with each deal; that of the merged ids tells when each merge was. */
export const HISTORY_PROPERTIES = [...TRACKED_PROPERTIES, MERGED_IDS];
