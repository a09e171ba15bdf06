import type { PageConfig, RecordAccount } from '../../page-config.ts';
import type { CrmProperties } from '../host/protocol.ts';

const MONEY = new Set(['amount', 'amount_in_home_currency', 'hs_tcv', 'hs_acv']);
const INSTANTS = new Set(['createdate', 'closedate', 'hs_lastmodifieddate']);

/** A property as HubSpot's record page shows it: stages and owners by name, money and days in the portal's way. */
export function formatProperty(
  { name, value, all }: { readonly name: string; readonly value: string | null; readonly all: CrmProperties },
  { config, account }: { readonly config: PageConfig; readonly account: RecordAccount },
): string | null {
  if (value === null || value === '') return value;
  const pipeline = account.pipelines.find(({ pipelineId }) => pipelineId === all['pipeline']);
  if (name === 'pipeline') return pipeline?.label ?? value;
  if (name === 'dealstage') return pipeline?.stages.find(({ stageId }) => stageId === value)?.label ?? value;
  if (name === 'hubspot_owner_id') return account.owners.find(({ ownerId }) => ownerId === value)?.name ?? value;
  if (MONEY.has(name)) return money(value, all['deal_currency_code'] ?? config.currency, config.locale);
  if (INSTANTS.has(name)) return day(value, config);
  return value;
}

function money(value: string, currency: string, locale: string): string {
  const amount = Number(value);
  if (Number.isNaN(amount)) return value;
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);
}

function day(value: string, { locale, timeZone }: PageConfig): string {
  const at = /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(at) ? value : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(at);
}
