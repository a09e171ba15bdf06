import type { Rule } from './rule.ts';
import { amountUnusual } from './rules/amount-unusual.ts';
import { beyondExpectedDays } from './rules/beyond-expected-days.ts';
import { cameBack } from './rules/came-back.ts';
import { chanceFallen } from './rules/chance-fallen.ts';
import { closeDateEarly } from './rules/close-date-early.ts';
import { closeDatePassed } from './rules/close-date-passed.ts';
import { closeDatePushed } from './rules/close-date-pushed.ts';
import { criteriaOpen } from './rules/criteria-open.ts';
import { largeAmount } from './rules/large-amount.ts';
import { moreLossesHere } from './rules/more-losses-here.ts';
import { noAmount } from './rules/no-amount.ts';
import { noCloseDate } from './rules/no-close-date.ts';
import { noContact } from './rules/no-contact.ts';
import { noNextActivity } from './rules/no-next-activity.ts';
import { ownWeakStage } from './rules/own-weak-stage.ts';
import { readyToAdvance } from './rules/ready-to-advance.ts';
import { silence } from './rules/silence.ts';
import { singleContact } from './rules/single-contact.ts';
import { skippedStage } from './rules/skipped-stage.ts';
import { slowerThanWon } from './rules/slower-than-won.ts';
import { sourceStopsHere } from './rules/source-stops-here.ts';
import { typedProbabilityOff } from './rules/typed-probability-off.ts';
import { winBack } from './rules/win-back.ts';

/** Every rule, by id. Which of them are shown, and in what order, is told by what they find: see `hintsOf`. */
export const RULE_BOOK: readonly Rule[] = [
  amountUnusual,
  beyondExpectedDays,
  cameBack,
  chanceFallen,
  closeDateEarly,
  closeDatePassed,
  closeDatePushed,
  criteriaOpen,
  largeAmount,
  moreLossesHere,
  noAmount,
  noCloseDate,
  noContact,
  noNextActivity,
  ownWeakStage,
  readyToAdvance,
  silence,
  singleContact,
  skippedStage,
  slowerThanWon,
  sourceStopsHere,
  typedProbabilityOff,
  winBack,
];
