import type { ActionEffect, ActionsReport } from '../contract/actions-report.ts';
import { compareText, sorted } from '../history/order.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { actionEffect } from './action-effect.ts';
import { bottlenecks } from './bottlenecks.ts';
import { knownVisits } from './known-visits.ts';
import { daysOnly, reportHead } from './report-head.ts';
import type { DatedAction, ReportQuestion } from './report-question.ts';

/**
 * What was done about the pipeline's stages, the newest first, each with the stage before and after it, beside the other stages
 * as placebo. Definitions: `actionEffect`. Stages in which something was recorded within the same days are no placebo.
 * @example actionsReport(question).actions[0]?.verdict // 'no-difference-detectable'
 */
export function actionsReport(question: ReportQuestion): ActionsReport {
  const { table, pipeline, actions, stamp } = question;
  const known = knownVisits(table, pipeline, stamp.asOf);
  const index = pipelineIndex([pipeline]);
  const clogged = cloggedStages(question);
  return {
    ...reportHead(question),
    actions: sorted(actions, newestFirst).map((action): ActionEffect => {
      const { actionId, stageId, day, done, aim, days, daysInAll, before, after } = action;
      const others = actions.filter((other) => other !== action && isWithin(action, other));
      const { alike, elsewhere } = apart(others, stageId);
      const windows = { before, after, days, daysInAll };
      const effect = actionEffect({ known, stageId, aim, windows, busyStageIds: elsewhere });
      return {
        actionId,
        stage: stageView(index, stageId),
        day,
        done,
        aim,
        days,
        daysInAll,
        ...effect,
        before: { ...daysOnly(before), figure: effect.before },
        after: { ...daysOnly(after), figure: effect.after },
        wasBottleneck: clogged(action).has(stageId),
        alsoRecorded: alike.length,
      };
    }),
  };
}

const newestFirst = (a: DatedAction, b: DatedAction): number =>
  compareText(b.day, a.day) || compareText(a.actionId, b.actionId);

/** Whether the other began to hold within the days looked at: what began earlier holds in both windows. */
const isWithin = ({ before, after }: DatedAction, other: DatedAction): boolean =>
  other.day > before.fromDay && other.day < after.toDay;

function apart(others: readonly DatedAction[], stageId: string) {
  return {
    alike: others.filter((other) => other.stageId === stageId),
    elsewhere: new Set(others.flatMap((other) => (other.stageId === stageId ? [] : [other.stageId]))),
  };
}

/** The stages that were bottlenecks when an action began, as known then; found once for each day. */
function cloggedStages({ table, pipeline }: ReportQuestion): (action: DatedAction) => ReadonlySet<string> {
  const found = new Map<string, ReadonlySet<string>>();
  return ({ day, upToDay, beforeThat }) => {
    const known = found.get(day);
    if (known !== undefined) return known;
    const asked = { table, pipeline, period: upToDay, previous: beforeThat, asOf: upToDay.toAt };
    const stages = bottlenecks(asked).stages.filter(({ reason }) => reason !== null);
    const ids = new Set(stages.map((stage) => stage.stageId));
    found.set(day, ids);
    return ids;
  };
}
