import type { Stamp } from '@deal-stage-insights/shared';
import { askApi, Column, FreshnessLine, HowComputed, LoadView, pathOf, useLoad } from '@deal-stage-insights/ui';
import { type ComponentType, useEffect } from 'react';
import { filtersFor, paramsOf } from '../address/filters.ts';
import { ownDealsOf } from '../address/whose.ts';
import { useAddress, usePage } from '../page-context.tsx';
import { ReportPlaceProvider } from '../report-place.tsx';
import { filtersOf, isOpenToReps, type ViewId } from '../views.ts';
import { ExportLinks } from './ExportLinks.tsx';
import { FilterBar } from './FilterBar.tsx';
import { PipelineGate } from './PipelineGate.tsx';

export interface ReportProps<Report> {
  readonly report: Report;
}

interface ReportScreenProps<Report extends Stamp> {
  readonly viewId: ViewId;
  readonly parse: (input: unknown) => Report;
  /** The figures of the report. */
  readonly Figures: ComponentType<ReportProps<Report>>;
}

/** A view of one report: its filters, its figures in every state of the load, and how old they are. */
export function ReportScreen<Report extends Stamp>(props: ReportScreenProps<Report>) {
  return <PipelineGate>{({ pipelineId }) => <PipelineReport {...props} pipelineId={pipelineId} />}</PipelineGate>;
}

function PipelineReport<Report extends Stamp>({
  viewId,
  parse,
  Figures,
  pipelineId,
}: ReportScreenProps<Report> & { readonly pipelineId: string }) {
  const { apiBaseUrl, noteInstant, viewer, isViewerSettled } = usePage();
  const filters = filtersOf(viewId);
  const asked = filtersFor(filters, useAddress());
  const query = isOpenToReps(viewId) ? asked : ownDealsOf(viewer, asked);
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
      <Column gap="md">
        <FilterBar names={filters} />
        <LoadView load={load} onAskAgain={askAgain}>
          {(report) => (
            <Column gap="md">
              <Figures report={report} />
              <HowComputed apiBaseUrl={apiBaseUrl} of={viewId} />
              <ExportLinks />
              <FreshnessLine asOf={report.asOf} isAsking={load.isAsking} onAskAgain={askAgain} />
            </Column>
          )}
        </LoadView>
      </Column>
    </ReportPlaceProvider>
  );
}
