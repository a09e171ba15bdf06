import type { DealInsights } from '@deal-stage-insights/shared';
import { HowComputed } from '@deal-stage-insights/ui';
import { AutoGrid, useExtensionContext } from '@hubspot/ui-extensions';
import { hasSome } from '../figures/has-some.ts';
import { CloseTile } from './CloseTile.tsx';
import { DwellTile } from './DwellTile.tsx';
import { ExitCriteria } from './ExitCriteria.tsx';
import { Headline } from './Headline.tsx';
import { Hints } from './Hints.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { NextTile } from './NextTile.tsx';
import { Reasons } from './Reasons.tsx';
import { SimilarDeals } from './SimilarDeals.tsx';
import { SnoozeForm } from './SnoozeForm.tsx';
import { SnoozeNotice } from './SnoozeNotice.tsx';
import { VerdictReason } from './Verdict.tsx';
import { WaySoFar } from './WaySoFar.tsx';
import { WinTile } from './WinTile.tsx';

const TILE_WIDTH_PX = 300; // One tile fits a phone, two stand side by side in a record.

interface InsightsViewProps {
  readonly insights: DealInsights;
  /** Something was noted that changes what the API tells of the deal. */
  readonly onNoted: () => void;
}

/** The figures of one deal, from the sentence to the small print: first what to do, then why. */
export function InsightsView({ insights, onNoted }: InsightsViewProps) {
  const { dealId, status, current, stalled, visits, reasons, hints, exitCriteria, similarDeals, snooze } = insights;
  const { variables } = useExtensionContext<'crm.record.tab'>();
  const { unresolved } = useMessages();
  const neverEnded = insights.winProbability?.unresolvedShare ?? 0;
  return (
    <>
      <Headline insights={insights} />
      <VerdictReason stalled={stalled} />
      {snooze !== null && <SnoozeNotice {...{ dealId, snooze, onNoted }} />}
      {hasSome(hints) && <Hints {...{ dealId, hints, onNoted }} />}
      {status === 'open' && snooze?.isActive !== true && <SnoozeForm {...{ dealId, onNoted }} />}
      {exitCriteria !== null && <ExitCriteria view={exitCriteria} />}
      {current !== null && <Figures insights={insights} current={current} />}
      {hasSome(reasons) && <Reasons reasons={reasons} />}
      {visits.length > 0 && <WaySoFar visits={visits} />}
      {hasSome(similarDeals) && <SimilarDeals deals={similarDeals} />}
      <HowComputed
        apiBaseUrl={variables?.['API_BASE_URL']}
        of="deal"
        more={neverEnded > 0 ? unresolved(neverEnded) : null}
      />
    </>
  );
}

interface FiguresProps {
  readonly insights: DealInsights;
  readonly current: NonNullable<DealInsights['current']>;
}

function Figures({ insights, current }: FiguresProps) {
  const { asOf, usual, winProbability, winTrend, outcomes, closeWindow, promotion } = insights;
  return (
    <AutoGrid columnWidth={TILE_WIDTH_PX} flexible={true} gap="md">
      <DwellTile current={current} usual={usual} />
      {winProbability !== null && (
        <WinTile win={winProbability} trend={winTrend ?? []} now={asOf} promotion={promotion} />
      )}
      {hasSome(outcomes) && <NextTile outcomes={outcomes} />}
      {closeWindow !== null && <CloseTile window={closeWindow} />}
    </AutoGrid>
  );
}
