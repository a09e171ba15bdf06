import type { SimilarDeal } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';
import {
  Flex,
  Heading,
  Link,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import { useMessages } from '../messages/use-messages.ts';

/** Past deals that were like this one here, with how they went. */
export function SimilarDeals({ deals }: { readonly deals: readonly SimilarDeal[] }) {
  const words = useMessages().outlook.similar;
  return (
    <Flex direction="column" gap="sm">
      <Heading>{words.title}</Heading>
      <Table density="condensed" bordered={false} flush={true}>
        <TableHead>
          <TableRow>
            <TableHeader>{words.deal}</TableHeader>
            <TableHeader>{words.result}</TableHeader>
            <TableHeader align="right">{words.amount}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {deals.map((deal) => (
            <TableRow key={deal.dealId}>
              <SimilarCells deal={deal} />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}

function SimilarCells({ deal }: { readonly deal: SimilarDeal }) {
  const words = useMessages().outlook.similar;
  const { day, money } = useFormats();
  const { portal } = useExtensionContext<'crm.record.tab'>();
  const { dealId, name, outcome, closedAt, daysInStage, cycleDays, amount, isSameAmountBand, isSameSource } = deal;
  const like = [isSameAmountBand && words.sameAmount, isSameSource && words.sameSource].filter(
    (part) => part !== false,
  );
  return (
    <>
      <TableCell>
        <Link href={`/contacts/${portal.id}/record/0-3/${dealId}`}>{name ?? words.unnamed(dealId)}</Link>
        <Text variant="microcopy">{[words.took(daysInStage, cycleDays), ...like].join(', ')}</Text>
      </TableCell>
      <TableCell>
        <Tag variant={outcome === 'won' ? 'success' : 'error'}>{words[outcome]}</Tag>
        <Text variant="microcopy">{day(closedAt)}</Text>
      </TableCell>
      <TableCell align="right">{amount === null ? '–' : money(amount.amount, amount.currency)}</TableCell>
    </>
  );
}
