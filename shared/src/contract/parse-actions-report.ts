import type { ActionEffect, ActionPlacebo, ActionsReport, ActionWindow } from './actions-report.ts';
import { finite, flag, listOf, object, oneOf, text } from './decode.ts';
import { estimate } from './decode-estimate.ts';
import { dayPeriodFields, reportHeadFields } from './decode-report.ts';
import { stageView } from './decode-stage.ts';

const actionWindow = object<ActionWindow>({ ...dayPeriodFields, figure: estimate });
const effect = object<ActionEffect>({
  actionId: text,
  stage: stageView,
  day: text,
  done: text,
  aim: oneOf('conversion', 'dwell'),
  days: finite,
  daysInAll: finite,
  before: actionWindow,
  after: actionWindow,
  change: estimate,
  placebo: object<ActionPlacebo>({ stageIds: listOf(text), change: estimate }),
  beyondPlacebo: estimate,
  verdict: oneOf('improved', 'worsened', 'no-difference-detectable', 'insufficient'),
  wasBottleneck: flag,
  alsoRecorded: finite,
});
const actionsReport = object<ActionsReport>({ ...reportHeadFields, actions: listOf(effect) });

/** Reads the answer of `GET /v1/pipelines/{id}/actions`; throws a `ContractError` that names the place where it is broken. */
export const parseActionsReport = (input: unknown): ActionsReport => actionsReport(input, '');
