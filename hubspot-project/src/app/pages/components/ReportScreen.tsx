import type { Stamp } from '@deal-stage-insights/shared';
import { askApi, FreshnessLine, LoadView, pathOf, useLoad } from '@deal-stage-insights/ui';
import { EmptyState, Flex, Text } from '@hubspot/ui-extensions';
import { type ReactNode, useEffect } from 'react';
import { filtersFor, paramsOf } from '../address/filters.ts';
import { ownDealsOf } from '../address/whose.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useAddress, usePage, usePipeline } from '../page-context.tsx';
import { ReportPlaceProvider } from '../report-place.tsx';
import { type ViewId, viewOf } from '../views.ts';
import { ExportLinks } from './ExportLinks.tsx';
import { FilterBar } from './FilterBar.tsx';
import { HowThisIsComputed } from './HowThisIsComputed.tsx';

interface ReportScreenProps<Report extends Stamp> {
  readonly viewId: ViewId;
  readonly parse: (input: unknown) => Report;
  readonly children: (report: Report) => ReactNode;
}

/** A view of one report: its filters, its figures in every state of the load, and how old they are. */
export function ReportScreen<Report extends Stamp>(props: ReportScreenProps<Report>) {
  const { pipelines, askPipelinesAgain } = usePage();
  const { noPipelines } = useFrameMessages();
  const pipeline = usePipeline();
  return (
    <LoadView load={pipelines} onAskAgain={askPipelinesAgain}>
      {() =>
        pipeline === null ? (
          <EmptyState title={noPipelines.title} layout="vertical">
            <Text>{noPipelines.body}</Text>
          </EmptyState>
        ) : (
          <PipelineReport {...props} pipelineId={pipeline.pipelineId} />
        )
      }
    </LoadView>
  );
}

function PipelineReport<Report extends Stamp>({
  viewId,
  parse,
  children,
  pipelineId,
}: ReportScreenProps<Report> & { readonly pipelineId: string }) {
  const { apiBaseUrl, noteInstant, viewer, isViewerSettled } = usePage();
  const { filters, isExported, isOpenToReps } = viewOf(viewId);
  const asked = filtersFor(filters, useAddress());
  const query = isOpenToReps ? asked : ownDealsOf(viewer, asked);
  const pipelinePath = pathOf`/v1/pipelines/${pipelineId}`;
  const path = `${pipelinePath}/${viewId}`;
  const { load, askAgain } = useLoad(isViewerSettled ? `${path} ${JSON.stringify(paramsOf(query))}` : null, () =>
    askApi(apiBaseUrl, { path, query, parse }),
  );
  const asOf = load.shown.status === 'data' && query.asOf === undefined ? load.shown.data.asOf : null;
  useEffect(() => {
    if (asOf !== null) noteInstant(asOf);
  }, [asOf, noteInstant]);
  return (
    <ReportPlaceProvider value={{ pipelinePath, report: viewId, query }}>
      <Flex direction="column" gap="md">
        <FilterBar names={filters} />
        <LoadView load={load} onAskAgain={askAgain}>
          {(report) => (
            <Flex direction="column" gap="md">
              {children(report)}
              <HowThisIsComputed />
              {isExported && <ExportLinks />}
              <FreshnessLine asOf={report.asOf} isAsking={load.isAsking} onAskAgain={askAgain} />
            </Flex>
          )}
        </LoadView>
      </Flex>
    </ReportPlaceProvider>
  );
}
