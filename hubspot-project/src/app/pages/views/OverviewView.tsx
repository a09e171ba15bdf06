import { type OverviewReport, parseOverviewReport } from '@deal-stage-insights/shared';
import { Alert, AutoGrid, Tile } from '@hubspot/ui-extensions';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { GroupedBars } from '../components/GroupedBars.tsx';
import { ReportScreen } from '../components/ReportScreen.tsx';
import { clearChanges, dealBars } from '../figures/overview.ts';
import { useOverviewMessages } from '../messages/overview.ts';
import { OverviewCard } from './overview/OverviewCard.tsx';
import { Strong } from '../components/Strong.tsx';

const CARD_WIDTH_PX = 280;

/** How the period went, at a glance: every figure against the period before. */
export function OverviewView() {
  return (
    <ReportScreen viewId="overview" parse={parseOverviewReport}>
      {(report) => <Overview report={report} />}
    </ReportScreen>
  );
}

function Overview({ report }: { readonly report: OverviewReport }) {
  const { figures, currency } = report;
  return (
    <>
      <Findings figures={figures} />
      <DealsCounted head={report} />
      <AutoGrid columnWidth={CARD_WIDTH_PX} flexible={true} gap="md">
        {figures.map((figure) => (
          <OverviewCard key={figure.figure} figure={figure} currency={currency} />
        ))}
      </AutoGrid>
      <DealsChart figures={figures} />
    </>
  );
}

type FiguresProps = Pick<OverviewReport, 'figures'>;

/** The sentence that a manager takes away. */
function Findings({ figures }: FiguresProps) {
  const messages = useOverviewMessages();
  const { up, down, compared } = clearChanges(figures);
  const names = (list: FiguresProps['figures']) => list.map(({ figure }) => messages.figures[figure].name);
  if (compared === 0) return <Alert title={messages.tooLittle} variant="info" />;
  return <Strong>{up.length + down.length === 0 ? messages.none : messages.clear(names(up), names(down))}</Strong>;
}

function DealsChart({ figures }: FiguresProps) {
  const { chart, figures: texts } = useOverviewMessages();
  const { names } = chart;
  const points = dealBars(figures).map(({ figure, when, deals }) => ({
    x: texts[figure].name,
    y: deals,
    group: names[when],
  }));
  return (
    <Tile>
      <GroupedBars
        title={chart.title}
        labels={chart}
        points={points}
        colors={{ [names.before]: 'aqua', [names.now]: 'darkBlue' }}
      />
    </Tile>
  );
}
