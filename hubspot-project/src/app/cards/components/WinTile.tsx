import type { Estimate, Estimated, Promotion, WinProbabilityView, WinTrendPoint } from '@deal-stage-insights/shared';
import { Section, Small } from '@deal-stage-insights/ui';
import { ProgressBar, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import { type TypedVerdict, typedAgainstMeasured } from '../figures/typed-against-measured.ts';
import type { Messages } from '../messages/texts.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ChanceTrend } from './ChanceTrend.tsx';

interface WinTileProps {
  readonly win: WinProbabilityView;
  readonly trend: readonly WinTrendPoint[];
  readonly now: number;
  /** Which of two estimates is shown, and why; null where an API does not tell. */
  readonly promotion: Promotion | null;
}

/** The measured chance with its interval and its evidence, beside the one that an admin typed. */
export function WinTile({ win, trend, now, promotion }: WinTileProps) {
  const messages = useMessages();
  return (
    <Section title={messages.win.title} isTile={true}>
      <MeasuredChance win={win} promotion={promotion} />
      <TypedChance typed={win.typed} ever={win.ever} />
      <ChanceTrend trend={trend} horizonDays={win.horizonDays} now={now} />
    </Section>
  );
}

function MeasuredChance({ win, promotion }: Pick<WinTileProps, 'win' | 'promotion'>) {
  const messages = useMessages();
  const { withinHorizon, atEntry, horizonDays } = win;
  if (withinHorizon.kind === 'insufficient') {
    return <Text>{messages.win.insufficient(withinHorizon.n, withinHorizon.needed)}</Text>;
  }
  return (
    <>
      <Statistics>
        <StatisticsItem label={messages.win.withinDays(horizonDays)} number={messages.percent(withinHorizon.value)}>
          <Small>{intervalText(withinHorizon, messages.win)}</Small>
        </StatisticsItem>
      </Statistics>
      <Small>{evidenceText(withinHorizon, { atEntry, promotion }, messages.win)}</Small>
    </>
  );
}

/** The typed probability speaks of winning at all, so it is held against the measured "at any time". */
function TypedChance({ typed, ever }: { readonly typed: number | null; readonly ever: Estimate }) {
  const { win, percent } = useMessages();
  return (
    <>
      {ever.kind === 'estimate' && (
        <ChanceBar
          title={win.measuredEver}
          chance={ever.value}
          text={`${percent(ever.value)} · ${rangeText(ever, win)}`}
        />
      )}
      {typed !== null && <ChanceBar title={win.typed} chance={typed} text={percent(typed)} />}
      {typed === null && <Small>{win.notTyped}</Small>}
      {typed !== null && ever.kind === 'estimate' && (
        <Small>{comparisonText(typedAgainstMeasured(typed, ever), win)}</Small>
      )}
    </>
  );
}

interface ChanceBarProps {
  readonly title: string;
  readonly chance: number;
  readonly text: string;
}

function ChanceBar({ title, chance, text }: ChanceBarProps) {
  return (
    <ProgressBar
      title={title}
      aria-label={`${title}: ${text}`}
      value={Math.round(chance * 100)}
      maxValue={100}
      valueDescription={text}
    />
  );
}

type Words = Messages['win'];

export function rangeText({ low, high }: Estimated, win: Words): string {
  return high === null ? win.atLeast(low) : win.between(low, high);
}

function intervalText(measured: Estimated, win: Words): string {
  return win.interval(rangeText(measured, win), measured.level);
}

interface Background {
  readonly atEntry: Estimate;
  readonly promotion: Promotion | null;
}

function evidenceText({ n, from }: Estimated, { atEntry, promotion }: Background, win: Words): string {
  if (promotion?.shows === 'stage-rate') return win.evidenceAtAnyAge(n, from, promotion.reason === 'insufficient');
  const evidence = win.evidence(n, from);
  return atEntry.kind === 'insufficient' ? evidence : `${evidence} ${win.atEntry(atEntry.value)}`;
}

function comparisonText(verdict: TypedVerdict, win: Words): string {
  if (verdict.kind === 'agrees') return win.typedAgrees;
  return win.typedOff(verdict.points, verdict.kind === 'higher');
}
