import { pipelineIndex } from '@deal-stage-insights/shared';
import { parseCoachingFigures } from '../../rollup/parse-coaching-figures.ts';
import { parseModel } from '../../rollup/parse-model.ts';
import type { DealApiDeps } from '../deps.ts';
import type { Route } from '../operation.ts';
import type { InsightsDeps } from '../read-deal-insights.ts';
import { warm } from '../warm-cache.ts';
import { warmReports } from '../warm-reports.ts';
import type { WarmSettings } from '../warm-settings.ts';
import { dealInsightsRoute } from './deal-insights.ts';
import { changeHintRoute } from './hints.ts';
import { endSnoozeRoute, snoozeRoute } from './snooze.ts';
import { createTaskRoute } from './tasks.ts';

const KEPT_MS = 60_000; // Stages change a few times a year; a card may show a change a minute late.

/** All that is asked and noted of one deal; what they read of the pipeline is kept warm once for all. */
export function dealRoutes(deps: DealApiDeps & Pick<WarmSettings, 'readSettings'>): readonly Route[] {
  const { referenceStore, reportStore, clock } = deps;
  const reading: DealApiDeps & InsightsDeps = {
    ...deps,
    readModel: warmReports(reportStore, 'model', parseModel),
    readFigures: warmReports(reportStore, 'coaching-figures', parseCoachingFigures),
    readIndex: warm(async () => pipelineIndex((await referenceStore.readPipelines())?.pipelines ?? []), clock, KEPT_MS),
  };
  return [
    dealInsightsRoute(reading),
    snoozeRoute(reading),
    endSnoozeRoute(reading),
    changeHintRoute(reading),
    createTaskRoute(reading),
  ];
}
