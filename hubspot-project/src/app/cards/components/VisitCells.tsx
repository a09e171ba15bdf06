import type { VisitView } from '@deal-stage-insights/shared';
import { Flex, Tag, type TagProps, TableCell, Text } from '@hubspot/ui-extensions';
import { isStay } from '../figures/way.ts';
import type { Messages } from '../messages/texts.ts';
import { useMessages } from '../messages/use-messages.ts';

/** One visit as a row: where, what was special about it, since when, how long. */
export function VisitCells({ visit }: { readonly visit: VisitView }) {
  const messages = useMessages();
  const { way } = messages;
  const origin = way.origins[visit.origin];
  return (
    <>
      <TableCell>
        <Flex direction="row" gap="xs" align="center" wrap="wrap">
          <Text inline={true} format={{ fontWeight: visit.exitedAt === null ? 'demibold' : 'regular' }}>
            {visit.stage.label}
          </Text>
          {tagsOf(visit, way).map(({ text, variant }) => (
            <Tag key={text} inline={true} variant={variant}>
              {text}
            </Tag>
          ))}
          {origin !== null && (
            <Text inline={true} variant="microcopy">
              {origin}
            </Text>
          )}
        </Flex>
      </TableCell>
      <TableCell width="min">{messages.day(visit.enteredAt)}</TableCell>
      <TableCell width="min">{spanOf(visit, messages)}</TableCell>
    </>
  );
}

interface VisitTag {
  readonly text: string;
  readonly variant: NonNullable<TagProps['variant']>;
}

function tagsOf(visit: VisitView, way: Messages['way']): readonly VisitTag[] {
  const tags: (VisitTag | false)[] = [
    isStay(visit) && visit.exitedAt === null && { text: way.now, variant: 'default' },
    visit.stage.role === 'won' && { text: way.won, variant: 'success' },
    visit.stage.role === 'lost' && { text: way.lost, variant: 'error' },
    visit.isSkip && { text: way.passedThrough, variant: 'default' },
    visit.isRegression && { text: way.movedBack, variant: 'warning' },
    visit.visitNumber > 1 && { text: way.returned(visit.visitNumber), variant: 'info' },
    visit.arrival === 'restored' && { text: way.restored, variant: 'info' },
    visit.stage.isUnknown && { text: way.unknownStage, variant: 'default' },
    visit.exit === 'moved' && { text: way.leftPipeline, variant: 'default' },
    visit.exit === 'merged' && { text: way.merged, variant: 'default' },
    visit.exit === 'deleted' && { text: way.deleted, variant: 'default' },
  ];
  return tags.filter((tag) => tag !== false);
}

/** A closed stage is no stay, and a pass has no length: neither has a time to show. */
function spanOf(visit: VisitView, { way, duration, dwell }: Messages): string {
  if (!isStay(visit)) return dwell.noFigure;
  return visit.arrival === 'late' ? way.atLeast(visit.dwellDays) : duration(visit.dwellDays);
}
