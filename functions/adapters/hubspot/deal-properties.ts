import { TRACKED_PROPERTIES } from '@deal-stage-insights/shared';

/** Properties kept as facts, under HubSpot's names. */
export const FACT_PROPERTIES = [
  'dealname',
  'dealtype',
  'pipeline',
  'hs_analytics_source',
  'hs_analytics_latest_source',
  'deal_currency_code',
  'hs_exchange_rate',
  'closed_lost_reason',
  'closed_won_reason',
  'hs_next_step',
  'notes_last_contacted',
  'notes_next_activity_date',
  'num_associated_contacts',
  'num_contacted_notes',
  'hs_number_of_overdue_tasks',
  'hs_manual_forecast_category',
  'hs_is_deal_split',
] as const;

export const CREATED = 'createdate';
export const MODIFIED = 'hs_lastmodifieddate';
export const MERGED_IDS = 'hs_merged_object_ids';

/** Values asked for with each deal. */
export const READ_PROPERTIES = [...FACT_PROPERTIES, ...TRACKED_PROPERTIES, CREATED, MODIFIED, MERGED_IDS];

/** Histories asked for with each deal; that of the merged ids tells when each merge was. */
export const HISTORY_PROPERTIES = [...TRACKED_PROPERTIES, MERGED_IDS];
