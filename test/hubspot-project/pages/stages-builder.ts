import type {
  Estimate,
  Estimated,
  PipelineList,
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
  ...overrides,
});

export const stagesReport = (overrides: Partial<StagesReport> = {}): StagesReport => ({
  asOf: AS_OF,
  position: { blocks: '1' },
  modelVersion: '3',
  pipelineId: 'default',
  label: 'New business',
  horizonDays: 30,
  deals: { open: 12, won: 30, lost: 25, deleted: 1 },
  stages: [
    stageFigures(stageView('Discovery')),
    stageFigures(stageView('Proposal', { displayOrder: 1 }), {
      dwellDaysMedian: measured(24),
      lossShare: measured(0.4),
      winEver: measured(0.45),
    }),
    stageFigures(stageView('Won', { role: 'won', displayOrder: 2 }), { exits: [], visits: 30, open: 30 }),
  ],
  ...overrides,
});
