import {
  buildPipelineModel,
  coachDeal,
  type CoachingFigures,
  coachingFigures,
  convertedAmounts,
  type DealInsights,
  type DealRecord,
  dealInsights,
  DEFAULT_SETTINGS,
  foldDeal,
  MODEL_VERSION,
  type PipelineModel,
  type PipelineView,
  pipelineIndex,
  type Settings,
  type VisitBlock,
} from '@deal-stage-insights/shared';
import type { CoachingQuestion } from '../../../shared/src/coaching/coach-deal.ts';

export const CURRENCY = 'EUR';

export interface Coaches {
  readonly model: PipelineModel;
  readonly figures: CoachingFigures;
  /** The card of a deal, as of the instant. */
  card(record: DealRecord, options?: CardOptions): DealInsights;
}

const UNNOTED = {
  readerOwnerId: null,
  showsOtherDeals: true,
  snooze: null,
  dismissed: new Set<string>(),
  tasks: {},
} as const;

type CardOptions = Partial<Pick<CoachingQuestion, keyof typeof UNNOTED>> & {
  readonly settings?: Partial<Pick<Settings, 'criteria' | 'rules'>>;
  readonly now?: number;
};

/** Cards as the API makes them, with the figures that rollup makes of these deals. */
export function coachesOf(table: VisitBlock, pipeline: PipelineView, asOf: number): Coaches {
  const stamp = { asOf, position: {}, modelVersion: MODEL_VERSION };
  const model = buildPipelineModel({ table, pipeline, asOf, position: {}, horizonDays: 30, seed: 1 });
  const account = { currency: CURRENCY, timeZone: 'UTC' };
  const amounts = convertedAmounts(table, CURRENCY, asOf);
  const figures = coachingFigures({ table, pipeline, account, amounts, stamp });
  const index = pipelineIndex([pipeline]);
  return {
    model,
    figures,
    card(record, { settings = {}, now = asOf, ...options } = {}) {
      const timeline = foldDeal(record, index);
      const insights = dealInsights({ timeline, index, model, now });
      const { criteria, rules } = { ...DEFAULT_SETTINGS, ...settings };
      const question = { insights, timeline, index, model, figures, criteria, rules, now };
      return { ...insights, ...coachDeal({ ...UNNOTED, ...question, ...options }) };
    },
  };
}
