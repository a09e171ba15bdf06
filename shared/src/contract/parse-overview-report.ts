import { byKind, type Decoder, finite, listOf, nullable, object, oneOf, sinceLater, text } from './decode.ts';
import { estimate } from './decode-estimate.ts';
import { reportHeadFields } from './decode-report.ts';
import {
  type Counted,
  OVERVIEW_FIGURES,
  type OverviewChange,
  type OverviewFigure,
  type OverviewReport,
  type OverviewValue,
  RECORD_FIGURES,
  type RecordFigure,
} from './overview-report.ts';

const counted: Decoder<OverviewValue> = object<Counted>({ kind: oneOf('counted'), value: finite, n: finite });
const value = byKind<OverviewValue>({ counted, estimate, insufficient: estimate });

export const overviewChange = object<OverviewChange>({
  verdict: oneOf('up', 'down', 'no-clear-change', 'insufficient'),
  difference: nullable(finite),
  low: nullable(finite),
  high: nullable(finite),
});
const compared = {
  taken: oneOf('end', 'sum'),
  now: value,
  before: value,
  change: overviewChange,
  better: oneOf('up', 'down', 'neither'),
  of: nullable(object<{ readonly now: number; readonly before: number }>({ now: finite, before: finite })),
  withoutAmount: finite,
  cell: text,
};
const figure = object<OverviewFigure>({
  ...compared,
  figure: oneOf(...OVERVIEW_FIGURES),
  unit: oneOf('money', 'deals', 'share', 'days', 'money-a-day'),
});
const recordFigure = object<RecordFigure>({
  ...compared,
  figure: oneOf(...RECORD_FIGURES),
  unit: oneOf('money', 'points'),
});
const overviewReport = object<OverviewReport>({
  ...reportHeadFields,
  figures: listOf(figure),
  recordFigures: sinceLater(listOf(recordFigure)),
});

/** Reads the answer of `GET /v1/pipelines/{id}/overview`; throws a `ContractError` that names the place where it is broken. */
export const parseOverviewReport = (input: unknown): OverviewReport => overviewReport(input, '');
