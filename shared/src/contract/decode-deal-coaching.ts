import type {
  CloseWindowView,
  DealFacts,
  ExitCriteriaView,
  ExitCriterionView,
  HeadlineView,
  OutcomesByDay,
  OutcomeShare,
  ReasonView,
  SimilarDeal,
  SnoozeView,
  WinTrendPoint,
} from './deal-coaching.ts';
import { finite, flag, listOf, nullable, object, oneOf, text } from './decode.ts';
import { estimate } from './decode-estimate.ts';
import { bilingual, evidence, money } from './decode-words.ts';

export const dealFacts = object<DealFacts>({
  name: nullable(text),
  ownerId: nullable(text),
  dealType: nullable(text),
  source: nullable(text),
  amount: nullable(money),
  closeAt: nullable(finite),
  closeDatePushes: finite,
  closeDatePushedDays: finite,
  nextActivityAt: nullable(finite),
  lastContactedAt: nullable(finite),
  contacts: nullable(finite),
  lostReason: nullable(text),
});

export const headline = object<HeadlineView>({ ageDays: finite, shareOfWonGoneByNow: estimate });

const outcomeShare = object<OutcomeShare>({
  kind: oneOf('advanced', 'skipped', 'back', 'won', 'lost', 'elsewhere', 'still-here'),
  share: estimate,
});
export const outcomesByDay = object<OutcomesByDay>({ days: finite, shares: listOf(outcomeShare) });

export const closeWindow = object<CloseWindowView>({
  fromAt: finite,
  medianAt: finite,
  toAt: finite,
  level: finite,
  n: finite,
  typedAt: nullable(finite),
  typed: oneOf('none', 'passed', 'before', 'within', 'after'),
});

export const winTrendPoint = object<WinTrendPoint>({
  at: finite,
  stageId: text,
  withinHorizon: nullable(finite),
  ever: nullable(finite),
});

export const reason = object<ReasonView>({
  reasonId: text,
  direction: oneOf('for', 'against'),
  message: bilingual,
  evidence: listOf(evidence),
  n: finite,
});

const exitCriterion = object<ExitCriterionView>({
  criterionId: text,
  label: text,
  state: oneOf('met', 'open', 'unknown'),
  shows: nullable(text),
});
export const exitCriteria = object<ExitCriteriaView>({
  stageId: text,
  expectedOutcome: nullable(object({ label: text, probability: finite })),
  expectedDays: nullable(finite),
  guide: nullable(text),
  criteria: listOf(exitCriterion),
});

export const similarDeal = object<SimilarDeal>({
  dealId: text,
  name: nullable(text),
  outcome: oneOf('won', 'lost'),
  closedAt: finite,
  daysInStage: finite,
  cycleDays: finite,
  amount: nullable(money),
  source: nullable(text),
  isSameAmountBand: flag,
  isSameSource: flag,
});

export const snooze = object<SnoozeView>({ reason: text, untilDay: text, isActive: flag, setAt: finite });
