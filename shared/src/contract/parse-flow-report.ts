import type { ArrivalKind, ExitKind } from './deal-insights.ts';
import { finite, listOf, nullable, object, oneOf } from './decode.ts';
import { estimate } from './decode-estimate.ts';
import { dayPeriodFields, reportHeadFields } from './decode-report.ts';
import { stageView } from './decode-stage.ts';
import type { FlowFigures, FlowReport, FlowStage } from './flow-report.ts';

const figures = object<FlowFigures>({
  ...dayPeriodFields,
  arrivals: object<Record<ArrivalKind, number>>({ entered: finite, late: finite, restored: finite }),
  exits: object<Record<ExitKind, number>>({
    advanced: finite,
    back: finite,
    skipped: finite,
    won: finite,
    lost: finite,
    moved: finite,
    merged: finite,
    deleted: finite,
  }),
  atStart: finite,
  atEnd: finite,
  inProgressMean: finite,
  flowing: nullable(finite),
  throughputPerDay: finite,
});
const stage = object<FlowStage>({
  stage: stageView,
  now: figures,
  before: figures,
  weeks: listOf(figures),
  drift: object<FlowStage['drift']>({
    verdict: oneOf('filling', 'draining', 'no-clear-change', 'insufficient'),
    perWeek: estimate,
  }),
});
const flowReport = object<FlowReport>({ ...reportHeadFields, stages: listOf(stage) });

/** Reads the answer of `GET /v1/pipelines/{id}/flow`; throws a `ContractError` that names the place where it is broken. */
export const parseFlowReport = (input: unknown): FlowReport => flowReport(input, '');
