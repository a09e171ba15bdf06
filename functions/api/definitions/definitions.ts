import type { Bilingual } from '@deal-stage-insights/shared';
import { actionsDefinitions } from './actions.ts';
import { calibrationDefinitions } from './calibration.ts';
import { changesDefinitions } from './changes.ts';
import { coachingDefinitions } from './coaching.ts';
import { dealDefinitions } from './deal.ts';
import type { DefinedReport } from './defined-reports.ts';
import { flowDefinitions } from './flow.ts';
import { focusDefinitions } from './focus.ts';
import { forecastDefinitions } from './forecast.ts';
import { hygieneDefinitions } from './hygiene.ts';
import { overviewDefinitions } from './overview.ts';
import { repsDefinitions } from './reps.ts';
import { sourcesDefinitions } from './sources.ts';
import { stagesDefinitions } from './stages.ts';
import { stalledDefinitions } from './stalled.ts';
import { transitionsDefinitions } from './transitions.ts';
import { velocityDefinitions } from './velocity.ts';

/** How the figures of each report, and of a deal’s card, are computed, in all languages. They stand here: a screen has little room, and asks seldom. */
export const DEFINITIONS = {
  overview: overviewDefinitions,
  stages: stagesDefinitions,
  transitions: transitionsDefinitions,
  flow: flowDefinitions,
  velocity: velocityDefinitions,
  forecast: forecastDefinitions,
  stalled: stalledDefinitions,
  focus: focusDefinitions,
  changes: changesDefinitions,
  coaching: coachingDefinitions,
  hygiene: hygieneDefinitions,
  reps: repsDefinitions,
  sources: sourcesDefinitions,
  calibration: calibrationDefinitions,
  actions: actionsDefinitions,
  deal: dealDefinitions,
} as const satisfies Readonly<Record<DefinedReport, readonly Bilingual[]>>;
