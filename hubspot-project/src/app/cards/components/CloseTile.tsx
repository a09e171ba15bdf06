import type { CloseWindowView } from '@deal-stage-insights/shared';
import { Section, Small, useFormats } from '@deal-stage-insights/ui';
import { Alert, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { Messages } from '../messages/texts.ts';
import { useMessages } from '../messages/use-messages.ts';

/** When such deals are won, against the date that a person typed. */
export function CloseTile({ window }: { readonly window: CloseWindowView }) {
  const { close, from } = useMessages().outlook;
  const { day } = useFormats();
  const typed = typedText(window, close);
  return (
    <Section title={close.title} isTile={true}>
      <Statistics>
        <StatisticsItem label={close.quarter} number={day(window.fromAt)} />
        <StatisticsItem label={close.half} number={day(window.medianAt)} />
        <StatisticsItem label={close.threeQuarters} number={day(window.toAt)} />
      </Statistics>
      {window.typed === 'within' || window.typed === 'none' ? (
        <Text>{typed}</Text>
      ) : (
        <Alert title={typed} variant="warning" />
      )}
      <Small>{from(window.n)}</Small>
    </Section>
  );
}

function typedText({ typed, typedAt }: CloseWindowView, words: Messages['outlook']['close']): string {
  return typed === 'none' || typedAt === null ? words.none : words[typed](typedAt);
}
