import { finite, listOf, nullable, object, oneOf, text } from './decode.ts';
import { dwellQuantile, estimate } from './decode-estimate.ts';
import { stageView } from './decode-stage.ts';
import { stampFields } from './decode-stamp.ts';
import type { StageExit, StageFigures, StagesReport } from './stages-report.ts';

const exit = object<StageExit>({
  toStageId: nullable(text),
  kind: oneOf('advanced', 'back', 'skipped', 'won', 'lost', 'moved', 'merged', 'deleted'),
  count: finite,
});
const stage = object<StageFigures>({
  stage: stageView,
  visits: finite,
  open: finite,
  exits: listOf(exit),
  dwellDaysMedian: dwellQuantile,
  dwellDaysP80: dwellQuantile,
  dwellDaysP90: dwellQuantile,
  advanceShare: estimate,
  lossShare: estimate,
  stillThereShare: nullable(finite),
  winWithinHorizon: estimate,
  winEver: estimate,
});
const stagesReport = object<StagesReport>({
  ...stampFields,
  pipelineId: text,
  label: text,
  horizonDays: finite,
  deals: object<StagesReport['deals']>({ open: finite, won: finite, lost: finite, deleted: finite }),
  stages: listOf(stage),
});

/** Reads the answer of `GET /v1/pipelines/{id}/stages`; throws a `ContractError` that names the place where it is broken. */
export const parseStagesReport = (input: unknown): StagesReport => stagesReport(input, '');
