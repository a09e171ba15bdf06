import type { ExitCriteriaView, ExitCriterionView } from '@deal-stage-insights/shared';
import { Flex, Heading, Icon, List, Text } from '@hubspot/ui-extensions';
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
    <Flex direction="column" gap="xs">
      <Heading>{words.title}</Heading>
      {criteria.length > 0 && <Text variant="microcopy">{words.done(met, criteria.length)}</Text>}
      <List variant="unordered">
        {criteria.map((criterion) => (
          <Criterion key={criterion.criterionId} criterion={criterion} />
        ))}
      </List>
      {expected.length > 0 && <Text variant="microcopy">{expected.join(' · ')}</Text>}
      {guide !== null && <Text>{guide}</Text>}
    </Flex>
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
