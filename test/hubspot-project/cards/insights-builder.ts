import type {
  Bilingual,
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

/** The fields that came later, as an API that does not know them leaves them. */
export const nothingMore = {
  facts: null,
  headline: null,
  outcomes: null,
  closeWindow: null,
  winTrend: null,
  reasons: null,
  hints: null,
  exitCriteria: null,
  similarDeals: null,
  snooze: null,
  promotion: null,
} as const;

const inBoth = (en: string, fr: string): Bilingual => ({ en, fr });

/** The same deal with everything that an API tells of it. */
export const allInsights = (overrides: Partial<DealInsights> = {}): DealInsights =>
  dealInsights({
    facts: {
      name: 'Acme – new website',
      ownerId: '7001',
      dealType: 'newbusiness',
      source: 'ORGANIC_SEARCH',
      amount: { amount: 12_400, currency: 'EUR' },
      closeAt: daysAgo(2),
      closeDatePushes: 3,
      closeDatePushedDays: 71,
      nextActivityAt: null,
      lastContactedAt: daysAgo(11),
      contacts: 1,
      lostReason: null,
    },
    headline: { ageDays: 23, shareOfWonGoneByNow: anEstimate(0.8, { n: 96, low: 0.73, high: 0.86 }) },
    outcomes: [
      {
        days: 30,
        shares: [
          { kind: 'advanced', share: anEstimate(0.35) },
          { kind: 'skipped', share: anEstimate(0.05) },
          { kind: 'back', share: anEstimate(0.05) },
          { kind: 'won', share: anEstimate(0.05) },
          { kind: 'lost', share: anEstimate(0.2) },
          { kind: 'elsewhere', share: anEstimate(0) },
          { kind: 'still-here', share: anEstimate(0.3) },
        ],
      },
    ],
    closeWindow: {
      fromAt: daysAgo(-9),
      medianAt: daysAgo(-20),
      toAt: daysAgo(-41),
      level: 0.5,
      n: 96,
      typedAt: daysAgo(2),
      typed: 'passed',
    },
    winTrend: [
      { at: daysAgo(14), stageId: 'proposal', withinHorizon: 0.39, ever: 0.45 },
      { at: daysAgo(7), stageId: 'proposal', withinHorizon: 0.37, ever: 0.43 },
      { at: daysAgo(0), stageId: 'proposal', withinHorizon: 0.34, ever: 0.41 },
    ],
    reasons: [
      {
        reasonId: 'age-in-stage',
        direction: 'against',
        message: inBoth(
          'Of 96 deals that were won from here, 80 % had left this stage by day 23.',
          'Sur 96 transactions gagnées depuis cette phase, 80 % l’avaient quittée au jour 23.',
        ),
        evidence: [
          { name: 'won', value: 96, unit: 'deals' },
          { name: 'share', value: 0.8, unit: 'share' },
          { name: 'ageDays', value: 23, unit: 'days' },
        ],
        n: 96,
      },
    ],
    hints: [
      {
        hintId: 'close-date-passed.123.1',
        ruleId: 'close-date-passed',
        message: inBoth('The close date passed 2 days ago.', 'La date de fermeture est passée depuis 2 jours.'),
        remedy: inBoth('Agree on a new date with the buyer.', 'Convenez d’une nouvelle date avec l’acheteur.'),
        action: 'change-close-date',
        actionLabel: inBoth('Set a new date', 'Fixer une nouvelle date'),
        evidence: [{ name: 'daysPast', value: 2, unit: 'days' }],
        n: 1,
        nCounts: 'this-deal',
        valueAtStake: { amount: 4216, currency: 'EUR' },
        task: { taskId: '501', createdAt: daysAgo(1) },
      },
    ],
    exitCriteria: {
      stageId: 'proposal',
      expectedOutcome: { label: 'Proposal accepted', probability: 0.7 },
      expectedDays: 14,
      guide: 'Send the proposal and walk the buyer through it.',
      criteria: [
        { criterionId: 'amount', label: 'Amount is set', state: 'met', shows: '12400' },
        { criterionId: 'sponsor', label: 'Sponsor named', state: 'unknown', shows: null },
      ],
    },
    similarDeals: [
      {
        dealId: '118',
        name: 'Globex – onboarding',
        outcome: 'won',
        closedAt: daysAgo(60),
        daysInStage: 12,
        cycleDays: 48,
        amount: { amount: 11_000, currency: 'EUR' },
        source: 'ORGANIC_SEARCH',
        isSameAmountBand: true,
        isSameSource: true,
      },
    ],
    snooze: { reason: 'Board meets in April', untilDay: '2026-04-10', isActive: true, setAt: daysAgo(1) },
    promotion: {
      shows: 'life-table',
      reason: 'proven',
      skill: { kind: 'estimate', value: 0.07, low: 0.04, high: 0.1, level: 0.95, n: 420, from: 'pipeline' },
      judgedBy: 'backtest',
    },
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
  ...nothingMore,
  ...overrides,
});
