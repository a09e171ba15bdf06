import { type Decoder, byKind, finite, flag, listOf, nullable, object, oneOf, sinceLater, text } from './decode.ts';
import { estimate } from './decode-estimate.ts';
import { reportHeadFields } from './decode-report.ts';
import { stageView } from './decode-stage.ts';
import type {
  MeasureBand,
  PooledReps,
  RatioLimits,
  RepBand,
  RepComparisonView,
  RepConversion,
  RepRow,
  RepsReport,
} from './reps-report.ts';

const limits = object<RatioLimits>({ low: finite, high: finite });
const comparison = object<RepComparisonView>({
  expected: finite,
  achieved: finite,
  difference: finite,
  ratio: finite,
  shrunk: estimate,
  limits95: limits,
  limits998: limits,
  verdict: nullable(oneOf('better', 'worse', 'not-distinguishable')),
  adjustedPValue: nullable(finite),
});
const row = object<RepRow>({
  ownerId: text,
  name: nullable(text),
  isDeparted: flag,
  owned: finite,
  entered: finite,
  won: finite,
  lost: finite,
  wonAmount: finite,
  velocityShare: nullable(finite),
  pace: nullable(estimate),
  comparison: nullable(comparison),
  conversions: listOf(
    object<RepConversion>({ stage: stageView, moves: finite, ledOn: finite, expected: finite, rate: estimate }),
  ),
});
const measureBand: Decoder<MeasureBand> = byKind<MeasureBand>({
  band: object<Extract<MeasureBand, { kind: 'band' }>>({
    kind: oneOf('band'),
    low: finite,
    median: finite,
    high: finite,
    n: finite,
  }),
  'too-few': object<Extract<MeasureBand, { kind: 'too-few' }>>({ kind: oneOf('too-few') }),
});
const band = object<RepBand>({
  teamId: nullable(text),
  label: nullable(text),
  reps: finite,
  measures: object<RepBand['measures']>({
    ratio: measureBand,
    winRate: measureBand,
    pace: measureBand,
    owned: measureBand,
    entered: measureBand,
    won: measureBand,
    velocityShare: measureBand,
  }),
  conversions: listOf(object<RepBand['conversions'][number]>({ stage: stageView, rate: measureBand })),
});
const repsReport = object<RepsReport>({
  ...reportHeadFields,
  view: oneOf('own', 'named'),
  own: nullable(row),
  reps: listOf(row),
  pooled: nullable(object<PooledReps>({ reps: finite, comparison: nullable(comparison) })),
  bands: listOf(band),
  isCompared: (input, path) => sinceLater(flag)(input, path) ?? true, // As older APIs always did.
  needed: finite,
  overDispersion: finite,
  othersMin: finite,
});

/** Reads the answer of `GET /v1/pipelines/{id}/reps`; throws a `ContractError` that names the place where it is broken. */
export const parseRepsReport = (input: unknown): RepsReport => repsReport(input, '');
