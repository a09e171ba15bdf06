import type { DealInsights } from '@deal-stage-insights/shared';
import { AutoGrid } from '@hubspot/ui-extensions';
import { DwellTile } from './DwellTile.tsx';
import { Headline } from './Headline.tsx';
import { HowInsightsAreComputed } from './HowInsightsAreComputed.tsx';
import { VerdictReason } from './Verdict.tsx';
import { WaySoFar } from './WaySoFar.tsx';
import { WinTile } from './WinTile.tsx';

const TILE_WIDTH_PX = 300; // One tile fits a phone, two stand side by side in a record.

/** The figures of one deal, from the sentence to the small print. */
export function InsightsView({ insights }: { readonly insights: DealInsights }) {
  const { current, usual, winProbability, stalled, visits } = insights;
  return (
    <>
      <Headline insights={insights} />
      <VerdictReason stalled={stalled} />
      {current !== null && (
        <AutoGrid columnWidth={TILE_WIDTH_PX} flexible={true} gap="md">
          <DwellTile current={current} usual={usual} />
          {winProbability !== null && <WinTile win={winProbability} />}
        </AutoGrid>
      )}
      {visits.length > 0 && <WaySoFar visits={visits} />}
      <HowInsightsAreComputed win={winProbability} />
    </>
  );
}
