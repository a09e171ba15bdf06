import { finite, listOf, nullable, object, oneOf, sinceLater, text } from './decode.ts';
import { bilingual, evidence, money } from './decode-words.ts';
import type { Hint } from './hints.ts';

export const hint = object<Hint>({
  hintId: text,
  ruleId: text,
  message: bilingual,
  remedy: bilingual,
  action: oneOf(
    'create-task',
    'change-close-date',
    'plan-activity',
    'add-contact',
    'check-amount',
    'move-stage',
    'open-report',
    'none',
  ),
  actionLabel: bilingual,
  evidence: listOf(evidence),
  n: finite,
  nCounts: sinceLater(oneOf('past-deals', 'this-deal')),
  valueAtStake: nullable(money),
  task: nullable(object({ taskId: text, createdAt: finite })),
});
