import type { DealRecord, DealVersion, KeptDeal } from '@deal-stage-insights/shared';

/** Whether the record says that HubSpot shows the deal: neither deleted, nor merged into another, nor erased here. */
export function isAlive(record: DealRecord): record is KeptDeal & { readonly version: DealVersion } {
  return record.kind === 'deal' && record.version !== null && record.deletedAt === null && record.mergedInto === null;
}
