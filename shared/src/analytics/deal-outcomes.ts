import type { OutcomeKind, OutcomesByDay } from '../contract/deal-coaching.ts';
import type { ExitOutcomeKind } from '../model/outcomes-at.ts';
import { outcomesAt } from '../model/outcomes-at.ts';
import type { PipelineModel } from '../model/pipeline-model.ts';

/** Days from now that a rep plans by: the next week, two weeks, the month, the quarter. */
const DAYS = [7, 14, 30, 60, 90] as const;

const KINDS: Readonly<Record<ExitOutcomeKind, OutcomeKind>> = {
  advanced: 'advanced',
  skipped: 'skipped',
  back: 'back',
  won: 'won',
  lost: 'lost',
  moved: 'elsewhere',
};

/**
 * What is likely next for a deal that has been in a stage for so long: on each of five days ahead the shares of comparable
 * visits that had left it one way or another, and that were still there. They sum to 1 on each day; kinds that were never
 * seen are left out. Null where fewer than 10 visits are finished, or the model does not know the stage.
 * @example dealOutcomes(model, 'proposal', 14 * DAY_MS)?.[0] // { days: 7, shares: [{ kind: 'advanced', share: … }, …] }
 */
export function dealOutcomes(model: PipelineModel, stageId: string, ageMs: number): readonly OutcomesByDay[] | null {
  const outcomes = outcomesAt(model, stageId, ageMs, DAYS);
  if (outcomes === null || 'needed' in outcomes) return null;
  const ways = [
    ...outcomes.kinds.map(({ kind, shares }) => ({ kind: KINDS[kind], shares })),
    { kind: 'still-here' as const, shares: outcomes.stillThere },
  ];
  return outcomes.days.map((days, at) => ({
    days,
    shares: ways.flatMap(({ kind, shares }) => {
      const share = shares[at];
      return share === undefined ? [] : [{ kind, share }];
    }),
  }));
}
