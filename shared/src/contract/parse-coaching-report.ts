import {
  AGENDA_MEASURES,
  AGENDA_POINTS,
  type Agenda,
  type AgendaChange,
  type AgendaPoint,
  type CoachingReport,
  type RepAgenda,
} from './coaching-report.ts';
import { finite, flag, listOf, nullable, object, oneOf, text } from './decode.ts';
import { bilingual, evidence } from './decode-words.ts';
import { dayPeriodFields, reportHeadFields } from './decode-report.ts';
import { stageView } from './decode-stage.ts';
import { stalledDeal } from './parse-stalled-report.ts';
import { overviewChange } from './parse-overview-report.ts';
import type { DayPeriod } from './report.ts';

const dayPeriod = object<DayPeriod>(dayPeriodFields);
const point = object<AgendaPoint>({
  pointId: oneOf(...AGENDA_POINTS),
  stage: nullable(stageView),
  message: bilingual,
  suggestion: bilingual,
  evidence: listOf(evidence),
  n: finite,
  valueAtStake: nullable(finite),
});
const change = object<AgendaChange>({
  measure: oneOf(...AGENDA_MEASURES),
  now: finite,
  before: finite,
  change: overviewChange,
  better: oneOf('up', 'down'),
});
const agendaFields = {
  strengths: listOf(point),
  areas: listOf(point),
  deals: listOf(stalledDeal),
  dealsInAll: finite,
  changes: nullable(listOf(change)),
} as const;
const repAgenda = object<RepAgenda>({ ...agendaFields, ownerId: text, name: nullable(text), isDeparted: flag });
const coachingReport = object<CoachingReport>({
  ...reportHeadFields,
  view: oneOf('own', 'named'),
  months: dayPeriod,
  weeks: nullable(object<NonNullable<CoachingReport['weeks']>>({ now: dayPeriod, before: dayPeriod })),
  own: nullable(repAgenda),
  reps: listOf(repAgenda),
  team: nullable(object<Agenda>(agendaFields)),
  isCompared: flag,
  othersMin: finite,
});

/** Reads the answer of `GET /v1/pipelines/{id}/coaching`; throws a `ContractError` that names the place where it is broken. */
export const parseCoachingReport = (input: unknown): CoachingReport => coachingReport(input, '');
