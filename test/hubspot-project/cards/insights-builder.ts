import type {
  DealInsights,
  Estimated,
  Insufficient,
  StageView,
  UsualDwell,
  VisitView,
  WinProbabilityView,
} from '@deal-stage-insights/shared';

const DAY_MS = 86_400_000;
/** 2026-03-24, 09:30 in Paris. */
const NOW = Date.UTC(2026, 2, 24, 8, 30);
export const daysAgo = (days: number): number => NOW - days * DAY_MS;

export const anEstimate = (value: number, overrides: Partial<Estimated> = {}): Estimated => ({
  kind: 'estimate',
  value,
  low: value * 0.8,
  high: value * 1.2,
  level: 0.8,
  n: 212,
  from: 'stage',
  ...overrides,
});

export const tooLittle = (n: number, needed: number): Insufficient => ({ kind: 'insufficient', n, needed });

export const aStage = (label: string, overrides: Partial<StageView> = {}): StageView => ({
  stageId: label.toLowerCase(),
  label,
  role: 'open',
  displayOrder: 1,
  typedProbability: 0.6,
  isUnknown: false,
  ...overrides,
});

/** A visit that began and ended so many days ago; `to: null` while it lasts. */
export function aVisit(label: string, from: number, to: number | null, overrides: Partial<VisitView> = {}): VisitView {
  return {
    stage: aStage(label),
    enteredAt: daysAgo(from),
    exitedAt: to === null ? null : daysAgo(to),
    dwellDays: from - (to ?? 0),
    arrival: 'entered',
    exit: to === null ? null : 'advanced',
    origin: 'person',
    visitNumber: 1,
    isRegression: false,
    isSkip: false,
    ...overrides,
  };
}

export const usualDwell = (overrides: Partial<UsualDwell> = {}): UsualDwell => ({
  dwellDaysMedian: anEstimate(12),
  dwellDaysP10: anEstimate(2),
  dwellDaysP80: anEstimate(22),
  dwellDaysP90: anEstimate(40),
  shareOverByNow: anEstimate(0.82),
  visits: 212,
  openVisits: 31,
  ...overrides,
});

export const winChance = (overrides: Partial<WinProbabilityView> = {}): WinProbabilityView => ({
  horizonDays: 30,
  withinHorizon: anEstimate(0.34, { low: 0.27, high: 0.42 }),
  ever: anEstimate(0.41, { low: 0.35, high: 0.47 }),
  atEntry: anEstimate(0.4),
  everAtEntry: anEstimate(0.46),
  unresolvedShare: 0.12,
  typed: 0.6,
  ...overrides,
});

/** A deal 23 days into Proposal, on its way through Lead and Demo. */
export const dealInsights = (overrides: Partial<DealInsights> = {}): DealInsights => ({
  asOf: NOW,
  position: { blocks: '7' },
  modelVersion: '1',
  dealId: '123',
  pipelineId: 'default',
  pipelineLabel: 'Sales pipeline',
  status: 'open',
  stage: aStage('Proposal'),
  behind: false,
  recordedAt: daysAgo(1),
  figuresAt: daysAgo(0.2),
  current: { enteredAt: daysAgo(23), ageDays: 23, visitNumber: 1, isAtLeast: false },
  dealAgeDays: 45,
  usual: usualDwell(),
  winProbability: winChance(),
  stalled: { verdict: 'on-track', rule: 'probability-drop', now: 0.34, reference: 0.4, threshold: 0.2, n: 212 },
  visits: [aVisit('Lead', 45, 40), aVisit('Demo', 40, 23), aVisit('Proposal', 23, null)],
  ...overrides,
});
