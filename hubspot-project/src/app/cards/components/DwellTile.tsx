import type { DealInsights, DwellQuantile, UsualDwell } from '@deal-stage-insights/shared';
import { Section, Small } from '@deal-stage-insights/ui';
import { Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { Messages } from '../messages/texts.ts';
import { useMessages } from '../messages/use-messages.ts';
import { UsualBand } from './UsualBand.tsx';

interface DwellTileProps {
  readonly current: NonNullable<DealInsights['current']>;
  readonly usual: UsualDwell | null;
}

/** How long the deal has been here, beside how long visits of this stage last. */
export function DwellTile({ current, usual }: DwellTileProps) {
  const messages = useMessages();
  const { dwell, way, duration } = messages;
  return (
    <Section title={dwell.title} isTile={true}>
      <Statistics>
        <StatisticsItem
          label={dwell.thisVisit}
          number={current.isAtLeast ? way.atLeast(current.ageDays) : duration(current.ageDays)}
        />
        <StatisticsItem label={dwell.half} number={quantileText(usual?.dwellDaysMedian, messages)} />
        <StatisticsItem label={dwell.nineOfTen} number={quantileText(usual?.dwellDaysP90, messages)} />
      </Statistics>
      {usual !== null && <UsualBand ageDays={current.ageDays} usual={usual} />}
      {usual !== null && <PositionAmongVisits usual={usual} />}
    </Section>
  );
}

function PositionAmongVisits({ usual }: { readonly usual: UsualDwell }) {
  const { dwell } = useMessages();
  const { shareOverByNow: share } = usual;
  if (share.kind === 'insufficient') return <Text>{dwell.insufficient(share.n, share.needed)}</Text>;
  const isBorrowed = share.from !== 'stage';
  return (
    <>
      <Text>{isBorrowed ? dwell.overByNowElsewhere(share.value) : dwell.overByNow(share.value)}</Text>
      <Small>{isBorrowed ? dwell.borrowed(share.n, share.from) : dwell.evidence(share.n, usual.openVisits)}</Small>
    </>
  );
}

function quantileText(quantile: DwellQuantile | undefined, { dwell, duration }: Messages): string {
  if (quantile === undefined || quantile.kind === 'insufficient') return dwell.noFigure;
  return quantile.kind === 'beyond' ? dwell.moreThan(quantile.atLeast) : duration(quantile.value);
}
