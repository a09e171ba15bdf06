import type { DealInsights, ForecastReport, StagesReport, StalledReport } from '@deal-stage-insights/shared';
import { Section, Small, useFormats } from '@deal-stage-insights/ui';
import { Link, Statistics, StatisticsItem, Text, useExtensionContext } from '@hubspot/ui-extensions';
import { bottleneckOf, nextTotal, placeAmongStalled } from './findings.ts';
import { useTeamMessages } from './messages.ts';

interface TileProps<R> {
  readonly report: R | null;
  readonly pipelineId: string;
}

/** The stage where the pipeline clogs. */
export function BottleneckTile({ report, pipelineId }: TileProps<StagesReport>) {
  const { bottleneck: words, notYet } = useTeamMessages();
  if (report === null) return <EmptyTile title={words.title} text={notYet} />;
  const found = bottleneckOf(report);
  if (found === null) return <EmptyTile title={words.title} text={words.none} />;
  return (
    <Section title={words.title} isTile={true}>
      <Text format={{ fontWeight: 'demibold' }}>{found.stage}</Text>
      <Text>{words.reasons[found.reason]}</Text>
      {found.medianDays !== null && <Small>{words.median(found.medianDays)}</Small>}
      <PageLink view="stages" pipelineId={pipelineId} text={words.link} />
    </Section>
  );
}

/** What the next days bring. */
export function ForecastTile({ report, pipelineId }: TileProps<ForecastReport>) {
  const { forecast: words, notYet } = useTeamMessages();
  const { money } = useFormats();
  if (report === null) return <EmptyTile title={words.link} text={notYet} />;
  const total = nextTotal(report);
  const title = words.title(report.horizonDays);
  if (total === null) return <EmptyTile title={title} text={words.none} />;
  const inMoney = (amount: number) => money(amount, report.currency);
  return (
    <Section title={title} isTile={true}>
      <Statistics>
        <StatisticsItem label={words.open(report.deals.open)} number={inMoney(total.p50)} />
      </Statistics>
      <Small>{words.range(inMoney(total.p10), inMoney(total.p90))}</Small>
      <PageLink view="forecast" pipelineId={pipelineId} text={words.link} />
    </Section>
  );
}

interface StalledTileProps {
  readonly report: StalledReport | null;
  readonly insights: DealInsights;
}

/** What lies still, and whether this deal is among it. */
export function StalledTile({ report, insights: { dealId, pipelineId } }: StalledTileProps) {
  const { stalled: words, notYet } = useTeamMessages();
  const { money } = useFormats();
  if (report === null) return <EmptyTile title={words.title} text={notYet} />;
  const { verdicts, amount, valueAtStake, currency } = report;
  const place = placeAmongStalled(report, dealId);
  return (
    <Section title={words.title} isTile={true}>
      <Text format={{ fontWeight: 'demibold' }}>{words.deals(verdicts.stalled, verdicts.open)}</Text>
      {verdicts.stalled > 0 && <Text>{words.worth(money(amount, currency), money(valueAtStake, currency))}</Text>}
      <Text>{place === null ? words.notHere : words.here(place.rank, place.of)}</Text>
      {verdicts.unjudged > 0 && <Small>{words.unjudged(verdicts.unjudged)}</Small>}
      <PageLink view="overview" pipelineId={pipelineId} text={words.link} />
    </Section>
  );
}

function EmptyTile({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Section title={title} isTile={true}>
      <Text>{text}</Text>
    </Section>
  );
}

interface PageLinkProps {
  readonly view: 'overview' | 'stages' | 'forecast';
  readonly pipelineId: string;
  readonly text: string;
}

/** The way to a view of the analytics page, at this pipeline. */
function PageLink({ view, pipelineId, text }: PageLinkProps) {
  const { portal, extension } = useExtensionContext<'crm.record.tab'>();
  if (extension === undefined) return null;
  const pipeline = encodeURIComponent(pipelineId);
  return <Link href={`/app/${portal.id}/${extension.appId}/${view}?pipeline=${pipeline}`}>{text}</Link>;
}
