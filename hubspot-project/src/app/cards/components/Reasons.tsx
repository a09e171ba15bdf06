import type { ReasonView } from '@deal-stage-insights/shared';
import { Column, Section, Small, useBilingual } from '@deal-stage-insights/ui';
import { AutoGrid, List, Text } from '@hubspot/ui-extensions';
import { useMessages } from '../messages/use-messages.ts';

const COLUMN_PX = 300;
const MOST_OF_A_KIND = 4;

/** What goes with winning more and less often, with the deals that each rests on. */
export function Reasons({ reasons }: { readonly reasons: readonly ReasonView[] }) {
  const words = useMessages().outlook.reasons;
  const of = (direction: ReasonView['direction']) =>
    reasons.filter((reason) => reason.direction === direction).slice(0, MOST_OF_A_KIND);
  return (
    <Section title={words.title}>
      <AutoGrid columnWidth={COLUMN_PX} flexible={true} gap="md">
        <ReasonList title={words.for} reasons={of('for')} />
        <ReasonList title={words.against} reasons={of('against')} />
      </AutoGrid>
      <Small>{words.note}</Small>
    </Section>
  );
}

function ReasonList({ title, reasons }: { readonly title: string; readonly reasons: readonly ReasonView[] }) {
  const words = useMessages().outlook.reasons;
  const inMyLanguage = useBilingual();
  if (reasons.length === 0) return null;
  return (
    <Column gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
      <List variant="unordered-styled">
        {reasons.map(({ reasonId, message, n }) => (
          <Text key={`${reasonId} ${message.en}`}>
            {inMyLanguage(message)}{' '}
            <Text inline={true} variant="microcopy">
              {words.evidence(n)}
            </Text>
          </Text>
        ))}
      </List>
    </Column>
  );
}
