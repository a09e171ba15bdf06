import { finite, flag, listOf, nullable, object, oneOf, sinceLater, text } from './decode.ts';
import { estimate } from './decode-estimate.ts';
import { reportHeadFields } from './decode-report.ts';
import { stageView } from './decode-stage.ts';
import type { SourceFigures, SourcesReport, SourceStage } from './sources-report.ts';

const stage = object<SourceStage>({
  stage: stageView,
  left: finite,
  ledOn: finite,
  lost: finite,
  ledOnShare: estimate,
  ledOnShareDrawn: sinceLater(estimate),
  ledOnShareOfOthers: estimate,
  verdict: oneOf('below', 'above', 'not-distinguishable', 'insufficient'),
  dwellDaysMean: estimate,
  pace: sinceLater(estimate),
  cell: text,
});
const source = object<SourceFigures>({
  source: nullable(text),
  isOthers: flag,
  newDeals: finite,
  won: finite,
  lost: finite,
  winRate: estimate,
  winRateDrawn: sinceLater(estimate),
  wonAmount: finite,
  wonWithoutAmount: finite,
  stages: listOf(stage),
  cell: text,
});
const sourcesReport = object<SourcesReport>({ ...reportHeadFields, sources: listOf(source) });

/** Reads the answer of `GET /v1/pipelines/{id}/sources`; throws a `ContractError` that names the place where it is broken. */
export const parseSourcesReport = (input: unknown): SourcesReport => sourcesReport(input, '');
