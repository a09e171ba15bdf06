import type { OverviewFigure, OverviewReport } from '@deal-stage-insights/shared';
import { measured, stagesReport, tooLittle } from './stages-builder.ts';

const AGAIN = { low: -5, high: 25 };

const newDeals: OverviewFigure = {
  figure: 'new-deals',
  unit: 'deals',
  taken: 'sum',
  now: { kind: 'counted', value: 40, n: 40 },
  before: { kind: 'counted', value: 30, n: 30 },
  change: { verdict: 'no-clear-change', difference: 10, ...AGAIN },
  better: 'up',
  of: null,
  withoutAmount: 0,
  cell: 'new-deals',
};

export const overviewFigure = (overrides: Partial<OverviewFigure> = {}): OverviewFigure => ({
  ...newDeals,
  ...overrides,
});

/** A figure of each kind: counted, estimated, not to be compared. */
export function overviewReport(): OverviewReport {
  const { horizonDays: _horizon, upToDays: _upTo, stages: _stages, deals, ...head } = stagesReport();
  return {
    ...head,
    deals,
    recordFigures: null,
    figures: [
      overviewFigure(),
      overviewFigure({
        figure: 'won-value',
        unit: 'money',
        now: { kind: 'counted', value: 12_000, n: 8 },
        before: { kind: 'counted', value: 4_000, n: 3 },
        change: { verdict: 'up', difference: 8_000, low: 1_000, high: 15_000 },
        withoutAmount: 2,
        cell: 'won-value',
      }),
      overviewFigure({
        figure: 'win-rate',
        unit: 'share',
        now: measured(0.3),
        before: measured(0.5),
        change: { verdict: 'down', difference: -0.2, low: -0.3, high: -0.1 },
        cell: 'win-rate',
      }),
      overviewFigure({
        figure: 'cycle-days',
        unit: 'days',
        better: 'down',
        now: tooLittle,
        before: tooLittle,
        change: { verdict: 'insufficient', difference: null, low: null, high: null },
        cell: 'cycle-days',
      }),
      overviewFigure({
        figure: 'velocity',
        unit: 'money-a-day',
        now: measured(100),
        before: measured(50),
        change: { verdict: 'no-clear-change', difference: Math.log(2), low: Math.log(0.5), high: Math.log(8) },
        cell: 'velocity',
      }),
    ],
  };
}
