import type { DealFacts, ExitCriteriaView } from '../contract/deal-coaching.ts';
import type { DealInsights } from '../contract/deal-insights.ts';
import type { Insufficient } from '../contract/estimate.ts';
import type { EpochMs } from '../history/instant.ts';
import type { StageVisit } from '../history/timeline.ts';
import type { CloseWindow } from '../model/close-window-at.ts';
import type { CoachingFigures, StageCoaching } from './coaching-figures.ts';
import type { FeatureId, Mark } from './features.ts';

/** One deal as rules look at it: what its record says, what the pipeline's figures make of it, and nothing of other people. */
export interface Situation
  extends Pick<DealInsights, 'dealId' | 'status' | 'stage' | 'usual' | 'winProbability' | 'stalled'> {
  readonly now: EpochMs;
  /** The running visit, or the closed stage that the deal is in. */
  readonly visit: StageVisit;
  readonly ageDays: number;
  /** All visits of the deal, oldest first. */
  readonly visits: readonly StageVisit[];
  readonly isFirstStage: boolean;
  /** What it may have in common with past deals: see `markCells`. */
  readonly marks: readonly Mark[];
  /** Of a stage, by its id. */
  readonly labelOf: (stageId: string) => string;
  readonly facts: DealFacts;
  readonly closeWindow: CloseWindow | Insufficient | null;
  readonly figures: CoachingFigures | null;
  /** Of the deal's stage. */
  readonly stageFigures: StageCoaching | null;
  readonly exitCriteria: ExitCriteriaView | null;
}

/** The chance ever to be won, now and when the deal entered its stage; null where too little is known. */
export function everChances({ winProbability }: Situation): { readonly now: number; readonly atEntry: number } | null {
  if (winProbability === null) return null;
  const { ever, everAtEntry } = winProbability;
  if (ever.kind === 'insufficient' || everAtEntry.kind === 'insufficient') return null;
  return { now: ever.value, atEntry: everAtEntry.value };
}

/** Whether something is planned that lies ahead. */
export function isActivityPlanned({ facts, now }: Pick<Situation, 'facts' | 'now'>): boolean {
  return facts.nextActivityAt !== null && facts.nextActivityAt >= now;
}

export function has({ marks }: Pick<Situation, 'marks'>, feature: FeatureId): boolean {
  return marks.some((mark) => mark.feature === feature && mark.has);
}
