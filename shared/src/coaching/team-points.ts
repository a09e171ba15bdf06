import { bottlenecks, type StageBottleneck } from '../analytics/bottlenecks.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import { sourcesReport } from '../analytics/sources-report.ts';
import type { Bilingual } from '../contract/hints.ts';
import type { SourceFigures, SourceStage } from '../contract/sources-report.ts';
import { type PipelineIndex, stageView } from '../history/pipeline-index.ts';
import type { FoundPoint } from './agenda-points.ts';
import { readable } from './property-values.ts';
import { days, deals, share, times } from './rule.ts';
import { moreLossesHere } from './rules/more-losses-here.ts';
import { sourceStopsHere } from './rules/source-stops-here.ts';

export interface TeamPointsQuestion {
  readonly index: PipelineIndex;
  readonly gainOf: (stageId: string) => number;
}

/**
 * What became clearly better or worse in the pipeline? Stages that got slower or faster, or lose more or fewer, than in the
 * period before (`bottlenecks`), and sources whose deals go on more, or less, often than others' (`sourcesReport`). It names
 * no person.
 */
export function teamPoints(question: ReportQuestion, { index, gainOf }: TeamPointsQuestion): readonly FoundPoint[] {
  const { table, pipeline, calendar, stamp } = question;
  const { period, previous } = calendar;
  const { stages } = bottlenecks({ table, pipeline, period, previous, asOf: stamp.asOf });
  const { sources } = sourcesReport(question);
  return [
    ...stages.flatMap((stage) => [...dwellPoints(stage, index), ...lossPoints(stage, { index, gainOf })]),
    ...sources.flatMap((source) => source.stages.flatMap((stage) => sourcePoints(source, stage, gainOf))),
  ];
}

function dwellPoints({ stageId, dwell }: StageBottleneck, index: PipelineIndex): readonly FoundPoint[] {
  const { verdict, days: now, daysBefore: before } = dwell;
  const isTold = verdict === 'slower' || verdict === 'faster';
  if (!isTold || now.kind !== 'estimate' || before.kind !== 'estimate') return [];
  return [
    {
      pointId: 'dwell',
      isStrength: verdict === 'faster',
      stage: stageView(index, stageId),
      message: DWELL,
      suggestion: verdict === 'faster' ? KEEP : LOOK_AT_WAITING,
      evidence: [days('daysNow', now.value), days('daysBefore', before.value), times('visits', now.n)],
      n: now.n,
      wins: null,
    },
  ];
}

function lossPoints(
  { stageId, losses }: StageBottleneck,
  { index, gainOf }: TeamPointsQuestion,
): readonly FoundPoint[] {
  const { verdict, share: now, shareBefore: before } = losses;
  const isTold = verdict === 'more' || verdict === 'fewer';
  if (!isTold || now.kind !== 'estimate' || before.kind !== 'estimate') return [];
  return [
    {
      pointId: 'losses',
      isStrength: verdict === 'fewer',
      stage: stageView(index, stageId),
      message: LOSSES,
      suggestion: verdict === 'fewer' ? KEEP : moreLossesHere.remedy,
      evidence: [times('exits', now.n), share('lostNow', now.value), share('lostBefore', before.value)],
      n: now.n,
      wins: (before.value - now.value) * now.n * gainOf(stageId),
    },
  ];
}

function sourcePoints(
  { source }: SourceFigures,
  { stage, verdict, left, ledOnShare: own, ledOnShareOfOthers: others }: SourceStage,
  gainOf: (stageId: string) => number,
): readonly FoundPoint[] {
  const isTold = verdict === 'below' || verdict === 'above';
  if (!isTold || source === null || own.kind !== 'estimate' || others.kind !== 'estimate') return [];
  return [
    {
      pointId: 'source',
      isStrength: verdict === 'above',
      stage,
      message: SOURCE,
      suggestion: verdict === 'above' ? ASK_FOR_MORE : sourceStopsHere.remedy,
      words: { source: readable(source) },
      evidence: [
        deals('sourceDeals', left),
        share('sourceShare', own.value),
        deals('otherDeals', others.n),
        share('otherShare', others.value),
      ],
      n: left,
      wins: (own.value - others.value) * left * gainOf(stage.stageId),
    },
  ];
}

const DWELL: Bilingual = {
  en: 'In {stage} deals stay {daysNow} on average, {daysBefore} in the period before. Visits: {visits:number}.',
  fr: 'En {stage}, les transactions restent {daysNow} en moyenne, {daysBefore} la période précédente. Passages\u00a0: {visits:number}.',
};

const LOSSES: Bilingual = {
  en: 'Of {exits:number} deals that left {stage} {lostNow} were lost; in the period before, {lostBefore}.',
  fr: 'Des {exits:number} transactions sorties de {stage}, {lostNow} ont été perdues\u00a0; la période précédente, {lostBefore}.',
};

const SOURCE: Bilingual = {
  en: 'Of {sourceDeals} from “{source}” that left {stage} {sourceShare} went on; of {otherDeals} from other sources, {otherShare}.',
  fr: 'De {sourceDeals} de «\u00a0{source}\u00a0» sorties de {stage}, {sourceShare} ont avancé\u00a0; de {otherDeals} d’autres sources, {otherShare}.',
};

const KEEP: Bilingual = {
  en: 'Ask what was done differently, and write down what is worth keeping.',
  fr: 'Demandez ce qui a été fait autrement, et notez ce qui mérite d’être gardé.',
};

const LOOK_AT_WAITING: Bilingual = {
  en: 'Look at the deals that wait there longest, and agree on what has to be true before one leaves.',
  fr: 'Regardez les transactions qui y attendent le plus, et convenez de ce qui doit être vrai avant d’en sortir.',
};

const ASK_FOR_MORE: Bilingual = {
  en: 'Answer deals of this source first, and tell marketing that they go on.',
  fr: 'Répondez d’abord aux transactions de cette source, et dites au marketing qu’elles avancent.',
};
