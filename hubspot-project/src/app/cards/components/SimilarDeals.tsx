import type { SimilarDeal } from '@deal-stage-insights/shared';
import { Section, Small, useFormats } from '@deal-stage-insights/ui';
import { Link, TableCell, Tag, useExtensionContext } from '@hubspot/ui-extensions';
import { useMessages } from '../messages/use-messages.ts';
import { PlainTable } from './PlainTable.tsx';

/** Past deals that were like this one here, with how they went. */
export function SimilarDeals({ deals }: { readonly deals: readonly SimilarDeal[] }) {
  const words = useMessages().outlook.similar;
  return (
    <Section title={words.title}>
      <PlainTable
        heads={[{ title: words.deal }, { title: words.result }, { title: words.amount, props: { align: 'right' } }]}
        rows={deals}
        rowKey={({ dealId }) => dealId}
      >
        {(deal) => <SimilarCells deal={deal} />}
      </PlainTable>
    </Section>
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
        <Small>{[words.took(daysInStage, cycleDays), ...like].join(', ')}</Small>
      </TableCell>
      <TableCell>
        <Tag variant={outcome === 'won' ? 'success' : 'error'}>{words[outcome]}</Tag>
        <Small>{day(closedAt)}</Small>
      </TableCell>
      <TableCell align="right">{amount === null ? '–' : money(amount.amount, amount.currency)}</TableCell>
    </>
  );
}
