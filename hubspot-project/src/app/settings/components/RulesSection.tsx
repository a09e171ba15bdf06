import { RULE_BOOK, type RuleSettings } from '@deal-stage-insights/shared';
import { Column, Small, useBilingual } from '@deal-stage-insights/ui';
import { AutoGrid, Heading, NumberInput, Tile, Toggle } from '@hubspot/ui-extensions';
import { rulesSection, ruleSetting, withRule } from '../forms/rules.ts';
import { useRuleMessages } from '../messages/rules.ts';
import { type Fields, SectionForm } from './SectionForm.tsx';

type Rule = (typeof RULE_BOOK)[number];

const RULE_PX = 280;
const KINDS = ['deal', 'statistics'] as const satisfies readonly Rule['restsOn'][];

/** Which rules may give hints, and from which limits on. */
export function RulesSection() {
  const words = useRuleMessages();
  return (
    <SectionForm spec={rulesSection} title={words.title} about={words.about}>
      {(fields) =>
        KINDS.map((kind) => (
          <Column key={kind}>
            <Heading>{words.kinds[kind].title}</Heading>
            <Small>{words.kinds[kind].about}</Small>
            <AutoGrid columnWidth={RULE_PX} flexible={true} gap="sm">
              {RULE_BOOK.filter(({ restsOn }) => restsOn === kind).map((rule) => (
                <RuleTile key={rule.ruleId} {...{ rule, fields }} />
              ))}
            </AutoGrid>
          </Column>
        ))
      }
    </SectionForm>
  );
}

function RuleTile({
  rule,
  fields: { draft, change, at },
}: {
  readonly rule: Rule;
  readonly fields: Fields<RuleSettings>;
}) {
  const words = useRuleMessages();
  const inMyLanguage = useBilingual();
  const { ruleId, title } = rule;
  const setting = ruleSetting(draft, ruleId);
  return (
    <Tile compact={true}>
      <Column>
        <Toggle
          label={inMyLanguage(title)}
          labelDisplay="top"
          textChecked={words.on}
          textUnchecked={words.off}
          checked={setting.isOn}
          onChange={(isOn) => change(withRule(draft, rule, { ...setting, isOn }))}
        />
        {setting.isOn &&
          Object.entries(rule.thresholds).map(([name, threshold]) => {
            const { scale, label } = words.threshold(name, threshold.unit);
            return (
              <NumberInput
                key={name}
                label={label}
                name={`${ruleId}-${name}`}
                description={words.usually(threshold.default * scale)}
                min={0}
                value={(setting.thresholds[name] ?? threshold.default) * scale}
                {...at(`rules.${ruleId}.thresholds.${name}`)}
                onChange={(value) => {
                  const thresholds = { ...setting.thresholds, [name]: value / scale };
                  change(withRule(draft, rule, { ...setting, thresholds }));
                }}
              />
            );
          })}
      </Column>
    </Tile>
  );
}
