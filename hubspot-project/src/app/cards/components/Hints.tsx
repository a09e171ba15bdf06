import type { Hint } from '@deal-stage-insights/shared';
import { useBilingual, useFormats } from '@deal-stage-insights/ui';
import { Flex, Heading, Tag, Text, Tile } from '@hubspot/ui-extensions';
import { useMessages } from '../messages/use-messages.ts';

/** At most three points that may help, the most valuable first. */
export function Hints({ hints }: { readonly hints: readonly Hint[] }) {
  const words = useMessages().outlook.hints;
  return (
    <Flex direction="column" gap="sm">
      <Heading>{words.title}</Heading>
      {hints.map((hint) => (
        <HintTile key={hint.hintId} hint={hint} />
      ))}
    </Flex>
  );
}

function HintTile({ hint }: { readonly hint: Hint }) {
  const words = useMessages().outlook.hints;
  const inMyLanguage = useBilingual();
  const { money } = useFormats();
  const { message, remedy, valueAtStake: value, n, task } = hint;
  const worth = value === null || value.amount < 1 ? null : words.worth(money(value.amount, value.currency));
  return (
    <Tile compact={true}>
      <Flex direction="column" gap="xs">
        <Text format={{ fontWeight: 'demibold' }}>{inMyLanguage(message)}</Text>
        <Text>{inMyLanguage(remedy)}</Text>
        <Flex direction="row" gap="sm" align="center" wrap="wrap">
          <Text inline={true} variant="microcopy">
            {[worth, words.evidence(n)].filter((part) => part !== null).join(' · ')}
          </Text>
          {task !== null && (
            <Tag inline={true} variant="success">
              {words.taskMade(task.createdAt)}
            </Tag>
          )}
        </Flex>
      </Flex>
    </Tile>
  );
}
