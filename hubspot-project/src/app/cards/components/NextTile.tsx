import type { OutcomesByDay } from '@deal-stage-insights/shared';
import { Chart, Section, Small } from '@deal-stage-insights/ui';
import { Text } from '@hubspot/ui-extensions';
import { likelyInAMonth, sharesOn } from '../figures/likely-next.ts';
import { useMessages } from '../messages/use-messages.ts';

/** What becomes of a deal like this one, day by day. */
export function NextTile({ outcomes }: { readonly outcomes: readonly OutcomesByDay[] }) {
  const { next, from } = useMessages().outlook;
  const month = likelyInAMonth(outcomes);
  if (month === null) return null;
  const { kinds } = next;
  const parts = month.likely.map(({ kind, share }) => next.part(share, kinds[kind])).join(', ');
  return (
    <Section title={next.title} isTile={true}>
      <Text>{next.sentence(month.days, parts)}</Text>
      <Chart
        form="stacked"
        title={next.chartTitle}
        x={next.days}
        y="%"
        points={outcomes.flatMap((day) =>
          sharesOn(day).map(({ kind, share }) => ({
            x: String(day.days),
            y: Math.round(share * 100),
            group: kinds[kind],
          })),
        )}
        colors={{
          [kinds.won]: 'darkGreen',
          [kinds.advanced]: 'green',
          [kinds.skipped]: 'aqua',
          [kinds['still-here']]: 'yellow',
          [kinds.back]: 'purple',
          [kinds.elsewhere]: 'blue',
          [kinds.lost]: 'pink',
        }}
      />
      <Small>{from(month.n)}</Small>
    </Section>
  );
}
