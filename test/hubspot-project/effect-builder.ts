import type { ActionEffect, Estimate } from '@deal-stage-insights/shared';
import { stageView } from './pages/stages-builder.ts';

const between = (value: number, low: number, high: number, n: number): Estimate => ({
  kind: 'estimate',
  value,
  low,
  high,
  level: 0.95,
  n,
  from: 'stage',
});

/** An action after which the stage became faster. */
export const anEffect = (overrides: Partial<ActionEffect> = {}): ActionEffect => ({
  actionId: 'action-1',
  stage: stageView('Proposal'),
  day: '2026-05-01',
  done: 'Offers follow one template',
  aim: 'dwell',
  days: 90,
  daysInAll: 90,
  before: { fromDay: '2026-01-31', toDay: '2026-05-01', figure: between(15, 13, 18, 275) },
  after: { fromDay: '2026-05-01', toDay: '2026-07-30', figure: between(7.8, 6.1, 9.4, 353) },
  change: between(-0.5, -0.63, -0.32, 628),
  placebo: { stageIds: ['s2', 's3'], change: between(0.16, -0.02, 0.36, 1129) },
  beyondPlacebo: between(-0.56, -0.69, -0.39, 1757),
  verdict: 'improved',
  wasBottleneck: false,
  alsoRecorded: 0,
  ...overrides,
});

export const TOO_FEW: Estimate = { kind: 'insufficient', n: 4, needed: 20 };

/** One of which little is known yet. */
export const aYoungEffect = (overrides: Partial<ActionEffect> = {}): ActionEffect =>
  anEffect({
    days: 9,
    before: { fromDay: '2026-04-22', toDay: '2026-05-01', figure: TOO_FEW },
    after: { fromDay: '2026-05-01', toDay: '2026-05-10', figure: TOO_FEW },
    change: TOO_FEW,
    placebo: { stageIds: [], change: TOO_FEW },
    beyondPlacebo: TOO_FEW,
    verdict: 'insufficient',
    ...overrides,
  });
