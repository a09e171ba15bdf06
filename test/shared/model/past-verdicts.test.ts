import { buildPipelineModel, DAY_MS, stalledVerdict, type VisitTable } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { pastVerdicts } from '../../../shared/src/model/past-verdicts.ts';
import { day, SALES } from '../../support/builders.ts';
import { salesTable } from '../../support/sales-table.ts';
import { PLAIN, simulatedDeals, twoStages } from '../../support/simulated-deals.ts';

const AGES = [0, 0.4, 1, 5, 9, 14, 22, 40, 70, 200, 900];

function both(table: VisitTable, pipeline: typeof SALES, at: number) {
  const model = buildPipelineModel({ table, pipeline, asOf: at, horizonDays: 30, seed: 1, position: {} });
  const past = pastVerdicts({ table, pipeline, at, horizonDays: 30 });
  const asked = [...table.stageIds, 'never heard of'].flatMap((stageId) => AGES.map((age) => ({ stageId, age })));
  return {
    ofModel: asked.map(({ stageId, age }) => stalledVerdict(model, stageId, age * DAY_MS)),
    ofPast: asked.map(({ stageId, age }) => past(stageId, age * DAY_MS)),
  };
}

describe('pastVerdicts', () => {
  it.each([
    ['chances', simulatedDeals({ seed: 3, deals: 900, days: 300, way: PLAIN }), twoStages(), 200, 'probability-drop'],
    ['days', salesTable(SALES, ['new 4d, demo', 'new 6d, demo'], 12), SALES, 90, 'dwell-quantile'],
    ['next to nothing', salesTable(SALES, ['new 4d, demo', 'new 900d, demo']), SALES, 90, 'none'],
  ] as const)(
    'gives the verdicts of a whole model as of then, where they rest on %s',
    (_, table, pipeline, at, rule) => {
      const { ofModel, ofPast } = both(table, pipeline, day(at));

      expect(ofPast).toEqual(ofModel);
      expect(new Set(ofPast.map((verdict) => verdict.rule))).toContain(rule);
    },
  );
});
