import { finite, listOf, nullable, object, oneOf, sinceLater, text } from './decode.ts';
import type { Bilingual, Evidence, Hint } from './hints.ts';
import type { Money } from './money.ts';

export const money = object<Money>({ amount: finite, currency: text });
export const bilingual = object<Bilingual>({ en: text, fr: text });
export const evidence = object<Evidence>({
  name: text,
  value: finite,
  unit: oneOf('days', 'share', 'deals', 'times', 'money', 'instant'),
});

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
