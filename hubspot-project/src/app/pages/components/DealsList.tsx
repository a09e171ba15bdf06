import { parseReportDeals, type ReportDeal, type ReportDealsPage } from '@deal-stage-insights/shared';
import { Column, askApi, LoadView, useFormats, useLoad } from '@deal-stage-insights/ui';
import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { type DealPages, FIRST_PAGE, pagesToNext, pagesToPrevious, shownPage } from '../figures/deal-pages.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { usePage } from '../page-context.tsx';
import { useReportPlace } from '../report-place.tsx';
import { type FigureColumn, FigureTable } from './FigureTable.tsx';
import { dealColumn, textColumn } from './plain-columns.tsx';

/** The deals behind one figure, page by page. */
export function DealsList({ cell }: { readonly cell: string }) {
  const { apiBaseUrl } = usePage();
  const { pipelinePath, report, query } = useReportPlace();
  const [pages, setPages] = useState<DealPages>(FIRST_PAGE);
  const { cursor, before } = shownPage(pages);
  const { load, askAgain } = useLoad(`${pipelinePath} ${report} ${cell} ${cursor ?? ''}`, () =>
    askApi(apiBaseUrl, {
      path: `${pipelinePath}/deals`,
      query: { ...query, report, cell, cursor },
      parse: parseReportDeals,
    }),
  );
  return (
    <LoadView load={load} onAskAgain={askAgain}>
      {(page) => (
        <Column>
          <Paging page={page} before={before} pages={pages} onTurn={setPages} />
          <DealsTable page={page} />
        </Column>
      )}
    </LoadView>
  );
}

interface PagingProps {
  readonly page: ReportDealsPage;
  readonly before: number;
  readonly pages: DealPages;
  readonly onTurn: (pages: DealPages) => void;
}

function Paging({ page, before, pages, onTurn }: PagingProps) {
  const { behind } = useFrameMessages();
  const { dealsInAll, deals } = page;
  const [previous, next] = [pagesToPrevious(pages), pagesToNext(pages, page)];
  if (deals.length === 0) return <Text>{behind.none}</Text>;
  const turn = (label: string, to: DealPages | null) => (
    <Button
      size="xs"
      disabled={to === null}
      onClick={() => {
        if (to !== null) onTurn(to);
      }}
    >
      {label}
    </Button>
  );
  return (
    <Flex direction="row" gap="sm" align="center" wrap={true}>
      <Text>{behind.range(before + 1, before + deals.length, dealsInAll)}</Text>
      {turn(behind.previous, previous)}
      {turn(behind.next, next)}
    </Flex>
  );
}

function DealsTable({ page: { deals, currency } }: { readonly page: ReportDealsPage }) {
  const { common, behind } = useFrameMessages();
  const { day, money } = useFormats();
  const columns: readonly FigureColumn<ReportDeal>[] = [
    dealColumn(common.deal),
    textColumn(
      common.stage,
      ({ stage }) => stage.label,
      ({ stage }) => stage.displayOrder,
    ),
    {
      title: behind.since,
      copied: ({ enteredAt }) => day(enteredAt),
      cell: ({ enteredAt, isAtLeast }) => (isAtLeast ? behind.before(day(enteredAt)) : day(enteredAt)),
    },
    {
      title: common.amount,
      align: 'right',
      copied: ({ amount }) => amount,
      cell: ({ amount }) => (amount === null ? behind.noAmount : money(amount, currency)),
    },
  ];
  return <FigureTable columns={columns} rows={deals} rowKey={({ dealId }) => dealId} rowsAPage={50} />;
}
