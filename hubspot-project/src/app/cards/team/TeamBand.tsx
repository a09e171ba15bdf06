import type { DealInsights, DwellQuantile } from '@deal-stage-insights/shared';
import { Section, Small } from '@deal-stage-insights/ui';
import { Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import { useFormats } from '@deal-stage-insights/ui';
import { useTeamMessages } from './messages.ts';

/** How long the deal has been in its stage, beside the team's median and its 10 to 90 % range. */
export function TeamBand({ insights: { stage, current, usual } }: { readonly insights: DealInsights }) {
  const { band } = useTeamMessages();
  const { duration } = useFormats();
  if (current === null || usual === null) return <Text>{band.none}</Text>;
  const [low, high] = [valueOf(usual.dwellDaysP10), valueOf(usual.dwellDaysP90)];
  const median = valueOf(usual.dwellDaysMedian);
  const { shareOverByNow: passed } = usual;
  const isBorrowed = passed.kind === 'estimate' && passed.from !== 'stage';
  return (
    <Section title={band.title(stage.label)}>
      <Statistics>
        <StatisticsItem
          label={band.thisDeal}
          number={current.isAtLeast ? band.atLeast(current.ageDays) : duration(current.ageDays)}
        />
        <StatisticsItem label={band.median} number={median === null ? band.unknown : duration(median)} />
        <StatisticsItem
          label={band.middle}
          number={low === null || high === null ? band.unknown : band.between(low, high)}
        />
      </Statistics>
      {passed.kind === 'estimate' && !isBorrowed && <Text>{band.passed(passed.value)}</Text>}
      <Small>{isBorrowed ? band.borrowed(passed.n) : band.evidence(usual.visits)}</Small>
    </Section>
  );
}

const valueOf = (quantile: DwellQuantile): number | null => (quantile.kind === 'estimate' ? quantile.value : null);
