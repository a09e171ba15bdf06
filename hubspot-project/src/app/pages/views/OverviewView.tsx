import type { OverviewReport } from '@deal-stage-insights/shared';
import { Alert, AutoGrid } from '@hubspot/ui-extensions';
import { ChartTile } from '@deal-stage-insights/ui';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { allFigures, type AnyFigure, clearChanges, dealBars } from '../figures/overview.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useOverviewMessages } from '../messages/overview.ts';
import { PipelinesSideBySide } from './overview/PipelinesSideBySide.tsx';
import { OverviewCard } from './overview/OverviewCard.tsx';
import { Strong } from '../components/Strong.tsx';

const CARD_WIDTH_PX = 280;

/** How the period went, at a glance: every figure against the period before. */
export function OverviewView({ report }: { readonly report: OverviewReport }) {
  const { figures, currency } = report;
  const all = allFigures(report);
  return (
    <>
      <OverviewFindings figures={all} />
      <DealsCounted head={report} />
      <AutoGrid columnWidth={CARD_WIDTH_PX} flexible={true} gap="md">
        {all.map((figure) => (
          <OverviewCard key={figure.figure} figure={figure} currency={currency} />
        ))}
      </AutoGrid>
      <DealsChart figures={figures} />
      <PipelinesSideBySide currency={currency} />
    </>
  );
}

type FiguresProps = Pick<OverviewReport, 'figures'>;

/** The sentence that a manager takes away. */
export function OverviewFindings({ figures }: { readonly figures: readonly AnyFigure[] }) {
  const messages = useOverviewMessages();
  const { up, down, compared } = clearChanges(figures);
  const names = (list: readonly AnyFigure[]) => list.map(({ figure }) => messages.figures[figure]);
  if (compared === 0) return <Alert title={messages.tooLittle} variant="info" />;
  return <Strong>{up.length + down.length === 0 ? messages.none : messages.clear(names(up), names(down))}</Strong>;
}

function DealsChart({ figures }: FiguresProps) {
  const { chart, figures: texts } = useOverviewMessages();
  const { common } = useFrameMessages();
  const names = { before: common.before, now: common.thisPeriod };
  const points = dealBars(figures).map(({ figure, when, deals }) => ({
    x: texts[figure],
    y: deals,
    group: names[when],
  }));
  return (
    <ChartTile
      title={chart.title}
      x={common.figure}
      y={common.deals}
      points={points}
      colors={{ [names.before]: 'aqua', [names.now]: 'darkBlue' }}
    />
  );
}
