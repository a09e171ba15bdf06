import type { RULE_BOOK, RuleSetting, Settings } from '@deal-stage-insights/shared';
import { faultsOf } from '../edit/faults.ts';
import { plainSection } from '../edit/section-spec.ts';

type Rule = (typeof RULE_BOOK)[number];

/** A rule as it stands in the settings: on, with its own thresholds, unless something else was set. */
export const ruleSetting = ({ rules }: Settings['rules'], ruleId: string): RuleSetting =>
  rules[ruleId] ?? { isOn: true, thresholds: {} };

/** Only what differs from the rule book is kept: a better default of a later version then holds. */
export function withRule(
  { rules }: Settings['rules'],
  rule: Rule,
  { isOn, thresholds }: RuleSetting,
): Settings['rules'] {
  const own = Object.entries(thresholds).filter(([name, value]) => value !== rule.thresholds[name]?.default);
  const others = Object.entries(rules).filter(([ruleId]) => ruleId !== rule.ruleId);
  const isDefault = isOn && own.length === 0;
  const changed = [rule.ruleId, { isOn, thresholds: Object.fromEntries(own) }] as const;
  return { rules: Object.fromEntries(isDefault ? others : [...others, changed]) };
}

const THRESHOLD_MAX = 100_000;

export const rulesSection = plainSection('rules', ({ rules }) =>
  faultsOf(
    Object.entries(rules).flatMap(([ruleId, { thresholds }]) =>
      Object.entries(thresholds).map(
        ([name, value]) =>
          [
            `rules.${ruleId}.thresholds.${name}`,
            !(value >= 0 && value <= THRESHOLD_MAX) && { kind: 'range', min: 0, max: THRESHOLD_MAX },
          ] as const,
      ),
    ),
  ),
);
