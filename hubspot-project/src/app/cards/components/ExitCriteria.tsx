import type { ExitCriteriaView, ExitCriterionView } from '@deal-stage-insights/shared';
import { Section, Small } from '@deal-stage-insights/ui';
import { Flex, Icon, List, Text } from '@hubspot/ui-extensions';
import { useMessages } from '../messages/use-messages.ts';

/** What should be there before the deal leaves its stage, with what the record already shows. */
export function ExitCriteria({ view }: { readonly view: ExitCriteriaView }) {
  const words = useMessages().outlook.criteria;
  const { criteria, expectedOutcome, expectedDays, guide } = view;
  const met = criteria.filter(({ state }) => state === 'met').length;
  const expected = [
    expectedOutcome === null ? null : words.outcome(expectedOutcome.label, expectedOutcome.probability),
    expectedDays === null ? null : words.expectedDays(expectedDays),
  ].filter((part) => part !== null);
  return (
    <Section title={words.title}>
      {criteria.length > 0 && <Small>{words.done(met, criteria.length)}</Small>}
      <List variant="unordered">
        {criteria.map((criterion) => (
          <Criterion key={criterion.criterionId} criterion={criterion} />
        ))}
      </List>
      {expected.length > 0 && <Small>{expected.join(' · ')}</Small>}
      {guide !== null && <Text>{guide}</Text>}
    </Section>
  );
}

const SIGNS = {
  met: { name: 'success', color: 'success' },
  open: { name: 'warning', color: 'warning' },
  unknown: { name: 'question', color: 'inherit' },
} as const;

function Criterion({ criterion: { label, state, shows } }: { readonly criterion: ExitCriterionView }) {
  const words = useMessages().outlook.criteria;
  return (
    <Flex direction="row" gap="xs" align="center" wrap="wrap">
      <Icon {...SIGNS[state]} screenReaderText={words.states[state]} />
      <Text inline={true}>{label}</Text>
      {shows !== null && (
        <Text inline={true} variant="microcopy">
          {words.shows(shows)}
        </Text>
      )}
      {state === 'unknown' && (
        <Text inline={true} variant="microcopy">
          {words.states.unknown}
        </Text>
      )}
    </Flex>
  );
}
