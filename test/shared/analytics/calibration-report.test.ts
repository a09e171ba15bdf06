import { calibrationReport } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { SALES } from '../../support/builders.ts';
import { aQuestion } from '../../support/report-questions.ts';
import { salesTable } from '../../support/sales-table.ts';

describe('calibrationReport', () => {
  const table = salesTable(SALES, ['new 3d, demo 20d, won', 'new 9d, lost', 'new 30d, demo 9d, lost'], 30);

  it('is told without today’s model, which takes as long as all the rest', () => {
    const question = aQuestion(table, {
      model: () => {
        throw new Error('The model of today is not asked for.');
      },
    });

    const { horizonDays, backtest } = calibrationReport(question);

    expect(horizonDays).toBe(30);
    expect(backtest.forecasts).toBeGreaterThan(0);
  });
});
