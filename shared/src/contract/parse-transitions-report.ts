import { finite, listOf, nullable, object, oneOf, text } from './decode.ts';
import { estimate } from './decode-estimate.ts';
import { dayPeriodFields, reportHeadFields } from './decode-report.ts';
import { stageView } from './decode-stage.ts';
import type {
  ReasonLosses,
  StageLosses,
  StageRework,
  TransitionCell,
  TransitionCounts,
  TransitionsReport,
} from './transitions-report.ts';

const counts = object<TransitionCounts>({
  ...dayPeriodFields,
  moves: finite,
  skips: finite,
  regressions: finite,
  reentries: finite,
  dealsWithReentry: finite,
  reworkDays: finite,
  lost: finite,
});
const move = object<TransitionCell>({
  from: stageView,
  to: nullable(stageView),
  kind: oneOf('advanced', 'back', 'skipped', 'won', 'lost', 'moved', 'merged', 'deleted'),
  count: finite,
  share: estimate,
  dwellDaysMedian: nullable(finite),
  cell: text,
});
const rework = object<StageRework>({ stage: stageView, reentries: finite, deals: finite, days: finite, cell: text });
const losses = { lost: finite, amount: finite, withoutAmount: finite, cell: text } as const;
const transitionsReport = object<TransitionsReport>({
  ...reportHeadFields,
  now: counts,
  before: counts,
  moves: listOf(move),
  rework: listOf(rework),
  reworkShare: estimate,
  lossesByStage: listOf(object<StageLosses>({ ...losses, stage: stageView, shareOfLeft: estimate })),
  lossesByReason: listOf(object<ReasonLosses>({ ...losses, reason: nullable(text), share: estimate })),
});

/** Reads the answer of `GET /v1/pipelines/{id}/transitions`; throws a `ContractError` that names the place where it is broken. */
export const parseTransitionsReport = (input: unknown): TransitionsReport => transitionsReport(input, '');
