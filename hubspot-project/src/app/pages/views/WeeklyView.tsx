import { Column, FreshnessLine, LoadView, pathOf, Section, Small, useFormats, useLoad } from '@deal-stage-insights/ui';
import type { PipelineView } from '@deal-stage-insights/shared';
import { filtersFor, paramsOf } from '../address/filters.ts';
import { lastWeek, plusDays } from '../address/period.ts';
import { ownDealsOf } from '../address/whose.ts';
import { allFigures } from '../figures/overview.ts';
import { PipelineGate } from '../components/PipelineGate.tsx';
import { Strong } from '../components/Strong.tsx';
import { useChangesMessages } from '../messages/changes.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useStalledMessages } from '../messages/stalled.ts';
import { useWeeklyMessages } from '../messages/weekly.ts';
import { useAddress, usePage, useToday } from '../page-context.tsx';
import { PrintedProvider } from '../printed.ts';
import { ChangesFindings } from './ChangesView.tsx';
import { StepsTable } from './changes/ChangesTables.tsx';
import { ForecastHeadline } from './ForecastView.tsx';
import { OverviewFindings } from './OverviewView.tsx';
import { StalledDealsTable } from './stalled/StalledDealsTable.tsx';
import { askWeekly, type WeeklyReports } from './weekly/ask-weekly.ts';
import { FiguresTable } from './weekly/FiguresTable.tsx';

/** The last whole week on one sheet of paper: what happened, what may come, and where to look first. */
export function WeeklyView() {
  const today = useToday();
  return <PipelineGate>{(pipeline) => today !== null && <PipelineWeek {...{ pipeline, today }} />}</PipelineGate>;
}

interface PipelineWeekProps {
  readonly pipeline: PipelineView;
  readonly today: string;
}

function PipelineWeek({ pipeline: { pipelineId, label }, today }: PipelineWeekProps) {
  const { apiBaseUrl, viewer, isViewerSettled } = usePage();
  const week = lastWeek(today);
  const whose = ownDealsOf(viewer, filtersFor(['owner', 'team'], useAddress()));
  const query = { ...whose, ...week };
  const pipelinePath = pathOf`/v1/pipelines/${pipelineId}`;
  const { load, askAgain } = useLoad(
    isViewerSettled ? `${pipelinePath} ${JSON.stringify(paramsOf(query))}` : null,
    () => askWeekly(apiBaseUrl, { pipelinePath, query }),
  );
  const { counted } = useFrameMessages();
  return (
    <PrintedProvider value={true}>
      <Column gap="md">
        <Strong>{[label, counted.period(week.from, plusDays(week.to, -1))].join(' · ')}</Strong>
        <LoadView load={load} onAskAgain={askAgain}>
          {(reports) => (
            <>
              <Sheet reports={reports} />
              <FreshnessLine asOf={reports.forecast.asOf} isAsking={load.isAsking} onAskAgain={askAgain} />
            </>
          )}
        </LoadView>
      </Column>
    </PrintedProvider>
  );
}

/** As many as are talked about in a meeting. */
const STALLED_DEALS = 5;

function Sheet({ reports: { overview, changes, forecast, stalled } }: { readonly reports: WeeklyReports }) {
  const { views, counted } = useFrameMessages();
  const { print } = useWeeklyMessages();
  const { step: happened } = useChangesMessages();
  const { headline, none } = useStalledMessages();
  const { money } = useFormats();
  const { rows, rowsInAll, verdicts, valueAtStake, currency } = stalled;
  const first = rows.slice(0, STALLED_DEALS);
  return (
    <Column gap="md">
      <Small>{print}</Small>
      <Section title={happened}>
        <OverviewFindings figures={allFigures(overview)} />
        <FiguresTable report={overview} />
      </Section>
      <Section title={views.changes}>
        <ChangesFindings report={changes} measure="amount" />
        <StepsTable report={changes} />
      </Section>
      <Section title={views.forecast}>
        <ForecastHeadline report={forecast} />
      </Section>
      <Section title={views.stalled}>
        <Strong>{verdicts.stalled === 0 ? none : headline(verdicts.stalled, money(valueAtStake, currency))}</Strong>
        {rowsInAll > first.length && <Small>{counted.first(first.length, rowsInAll)}</Small>}
        {first.length > 0 && <StalledDealsTable rows={first} currency={currency} />}
      </Section>
    </Column>
  );
}
