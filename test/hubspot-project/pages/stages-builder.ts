import type {
  Estimate,
  Estimated,
  PipelineList,
  ReportFilters,
  StageFigures,
  StagesReport,
  StageView,
} from '@deal-stage-insights/shared';

const AS_OF = Date.UTC(2026, 2, 10, 9);

export const stageView = (stageId: string, overrides: Partial<StageView> = {}): StageView => ({
  stageId,
  label: stageId,
  role: 'open',
  displayOrder: 0,
  typedProbability: 0.4,
  isUnknown: false,
  ...overrides,
});

export const pipelineList: PipelineList = {
  asOf: AS_OF,
  pipelines: [
    { pipelineId: 'default', label: 'New business', stages: [stageView('Discovery')] },
    { pipelineId: '77', label: 'Renewals', stages: [stageView('Renewal')] },
  ],
  values: {
    dealType: [{ value: 'newbusiness', name: { en: 'New business', fr: 'Nouvelle affaire' } }],
    source: [{ value: 'REFERRALS', name: { en: 'Referrals', fr: 'Sites référents' } }],
  },
};

export const measured = (value: number, overrides: Partial<Estimated> = {}): Estimated => ({
  kind: 'estimate',
  value,
  low: value * 0.8,
  high: value * 1.2,
  level: 0.8,
  n: 120,
  from: 'stage',
  ...overrides,
});

export const tooLittle: Estimate = { kind: 'insufficient', n: 3, needed: 20 };

export const stageFigures = (stage: StageView, overrides: Partial<StageFigures> = {}): StageFigures => ({
  stage,
  visits: 100,
  open: 10,
  exits: [
    { toStageId: 'Proposal', kind: 'advanced', count: 60 },
    { toStageId: 'lost', kind: 'lost', count: 25 },
    { toStageId: null, kind: 'merged', count: 5 },
  ],
  dwellDaysMedian: measured(10),
  dwellDaysP80: measured(20),
  dwellDaysP90: { kind: 'beyond', atLeast: 40, n: 120, from: 'stage' },
  advanceShare: measured(0.62),
  lossShare: measured(0.25),
  stillThereShare: 0.08,
  winWithinHorizon: measured(0.2),
  winEver: measured(0.3),
  entered: 40,
  left: 38,
  inProgress: {
    atStart: 8,
    atEnd: 10,
    mean: 9,
    verdict: 'no-clear-change',
    perWeek: measured(0.2),
    amount: 12_000,
    amountMean: 1200,
    withoutAmount: 0,
  },
  conversions: {
    entered: 40,
    stillWaiting: 4,
    allStages: measured(0.5),
    anyStage: measured(0.6),
    enteredCohort: measured(0.62),
  },
  dwellDaysMean: measured(12),
  dwellDaysMeanBefore: measured(11),
  dwellDaysDifference: measured(1),
  lossIncidence: measured(0.25),
  lostOfLeft: measured(0.26),
  lostOfLeftBefore: measured(0.24),
  timeShare: measured(0.3),
  workingTime: { hoursMedian: measured(56), hoursP80: measured(110), hoursP90: tooLittle, notCovered: 0 },
  typed: { typed: 0.4, verdict: 'not-distinguishable', cohorts: [] },
  bottleneck: { reason: null, dwell: 'no-clear-change', losses: 'no-clear-change', takesMostTime: false },
  ...overrides,
});

const ANY_DEAL: ReportFilters = {
  fromDay: null,
  toDay: null,
  asOfDay: null,
  owner: null,
  team: null,
  dealType: null,
  source: null,
  amountBand: null,
  segment: null,
};

export const stagesReport = (overrides: Partial<StagesReport> = {}): StagesReport => ({
  asOf: AS_OF,
  position: { blocks: '1' },
  modelVersion: '3',
  pipelineId: 'default',
  label: 'New business',
  horizonDays: 30,
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  period: { fromDay: '2025-12-10', toDay: '2026-03-10' },
  previous: { fromDay: '2025-09-11', toDay: '2025-12-10' },
  filters: ANY_DEAL,
  upToDays: 90,
  deals: {
    counted: 67,
    withoutAmount: 0,
    notConverted: 0,
    filteredOut: 0,
    open: 12,
    won: 30,
    lost: 25,
    deleted: 1,
  },
  stages: [
    stageFigures(stageView('Discovery')),
    stageFigures(stageView('Proposal', { displayOrder: 1 }), {
      dwellDaysMedian: measured(24),
      lossShare: measured(0.4),
      winEver: measured(0.45),
    }),
    stageFigures(stageView('Won', { role: 'won', displayOrder: 2 }), { exits: [], visits: 30, open: 30 }),
  ],
  filtered: null,
  ...overrides,
});
