import { DAY_MS, type EpochMs } from '@deal-stage-insights/shared';
import type { LoggedActivity, LoggedHistory } from '../../history-csv/logged-deal.ts';

/** What a log tells of a deal beyond its stage. */
export interface LoggedFacts {
  readonly history: LoggedHistory;
  /** In order of time. */
  readonly activities: readonly LoggedActivity[];
  readonly amount: number | null;
}

/** Which facts are looked at: the stages and kinds of activity that were known when the model was made. */
export interface FactScheme {
  readonly stageIds: readonly string[];
  readonly kinds: readonly string[];
}

/** What the life table says of a deal: within the horizon, and ever. */
export interface TableChance {
  readonly within: number;
  readonly ever: number;
}

const LONG_AGO = 2 * 365 * DAY_MS;

/** Names of the facts, in the order of `dealFacts`. */
export function factNames({ stageIds, kinds }: FactScheme): readonly string[] {
  return [
    ...stageIds.map((stageId) => `in ${stageId}`),
    'time in this stage',
    'age of the deal',
    'stages so far',
    'returns to a stage',
    'time in the stage before',
    'amount',
    'chance by stage and age',
    'chance ever by stage and age',
    ...kinds.flatMap((kind) => [`since "${kind}" was scheduled`, `since "${kind}" was done`, `times "${kind}"`]),
    'activities of the last 7 days',
    'activities in this stage',
    'since the last activity',
  ];
}

/** The facts of a deal as known at an instant, by which it must have begun. Times are log(1 + 4 days): early days count more. */
export function dealFacts(
  { stageIds, kinds }: FactScheme,
  { history, activities, amount }: LoggedFacts,
  { at, chance }: { readonly at: EpochMs; readonly chance: TableChance },
): readonly number[] {
  const steps = history.transitions.filter((step) => step.at <= at);
  const [last, before] = [steps.at(-1), steps.at(-2)];
  const enteredAt = last?.at ?? at;
  const stages = steps.map(({ toStage }) => toStage);
  const done = activities.filter((each) => each.at <= at);
  const completed = done.filter(({ lifecycle }) => lifecycle === 'COMPLETE' || lifecycle === '');
  return [
    ...stageIds.map((stageId) => (stageId === last?.toStage ? 1 : 0)),
    scaled(at - enteredAt),
    scaled(at - (steps[0]?.at ?? at)),
    steps.length,
    steps.length - new Set(stages).size,
    before === undefined ? -1 : scaled(enteredAt - before.at),
    amount === null ? -1 : Math.log1p(Math.max(0, amount)),
    logit(chance.within),
    logit(chance.ever),
    ...kinds.flatMap((kind) => {
      const own = done.filter(({ activity }) => activity === kind);
      return [
        since(at, own.findLast(({ lifecycle }) => lifecycle === 'SCHEDULE')?.at),
        since(at, own.findLast(({ lifecycle }) => lifecycle !== 'SCHEDULE')?.at),
        completed.filter(({ activity }) => activity === kind).length,
      ];
    }),
    completed.filter((each) => each.at > at - 7 * DAY_MS).length,
    completed.filter((each) => each.at > enteredAt).length,
    since(at, completed.at(-1)?.at),
  ];
}

function since(at: EpochMs, then: EpochMs | undefined): number {
  return scaled(Math.min(LONG_AGO, then === undefined ? LONG_AGO : at - then));
}

function scaled(ms: number): number {
  return Math.log1p((4 * Math.max(0, ms)) / DAY_MS);
}

function logit(p: number): number {
  const clipped = Math.min(0.999, Math.max(0.001, p));
  return Math.log(clipped / (1 - clipped));
}
