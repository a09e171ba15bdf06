import type { ReportDealsPage } from '@deal-stage-insights/shared';
import { stagesReport, stageView } from './stages-builder.ts';

/** Two deals behind a figure: one with a name, an amount and a known entry, one with none of them. */
export function dealsPage(overrides: Partial<ReportDealsPage> = {}): ReportDealsPage {
  const { asOf, position, modelVersion, filters, currency } = stagesReport();
  return {
    asOf,
    position,
    modelVersion,
    pipelineId: 'default',
    report: 'stages',
    cell: 'Discovery:entered',
    currency,
    filters,
    dealsInAll: 120,
    deals: [
      {
        dealId: '501',
        name: 'Harbour rollout',
        stage: stageView('Proposal'),
        enteredAt: asOf - 86_400_000,
        isAtLeast: false,
        amount: 9_000,
      },
      { dealId: '502', name: null, stage: stageView('Discovery'), enteredAt: asOf, isAtLeast: true, amount: null },
    ],
    nextCursor: '502',
    ...overrides,
  };
}
