import type { OutcomesByDay } from '@deal-stage-insights/shared';
import { Flex, Heading, Text, Tile } from '@hubspot/ui-extensions';
import { likelyInAMonth, sharesOn } from '../figures/likely-next.ts';
import { useMessages } from '../messages/use-messages.ts';
import { GroupedChart } from './GroupedChart.tsx';

/** What becomes of a deal like this one, day by day. */
export function NextTile({ outcomes }: { readonly outcomes: readonly OutcomesByDay[] }) {
  const { next, from } = useMessages().outlook;
  const month = likelyInAMonth(outcomes);
  if (month === null) return null;
  const { kinds } = next;
  const parts = month.likely.map(({ kind, share }) => next.part(share, kinds[kind])).join(', ');
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Heading>{next.title}</Heading>
        <Text>{next.sentence(month.days, parts)}</Text>
        <GroupedChart
          title={next.chartTitle}
          xLabel={next.days}
          yLabel="%"
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
        <Text variant="microcopy">{from(month.n)}</Text>
      </Flex>
    </Tile>
  );
}
