import type { Estimate, Estimated, WinProbabilityView, WinTrendPoint } from '@deal-stage-insights/shared';
import { Flex, Heading, ProgressBar, Statistics, StatisticsItem, Text, Tile } from '@hubspot/ui-extensions';
import { type TypedVerdict, typedAgainstMeasured } from '../figures/typed-against-measured.ts';
import type { Messages } from '../messages/en.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ChanceTrend } from './ChanceTrend.tsx';

interface WinTileProps {
  readonly win: WinProbabilityView;
  readonly trend: readonly WinTrendPoint[];
  readonly now: number;
}

/** The measured chance with its interval and its evidence, beside the one that an admin typed. */
export function WinTile({ win, trend, now }: WinTileProps) {
  const messages = useMessages();
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Heading>{messages.win.title}</Heading>
        <MeasuredChance win={win} />
        <TypedChance typed={win.typed} ever={win.ever} />
        <ChanceTrend trend={trend} horizonDays={win.horizonDays} now={now} />
      </Flex>
    </Tile>
  );
}

function MeasuredChance({ win }: { readonly win: WinProbabilityView }) {
  const messages = useMessages();
  const { withinHorizon, atEntry, horizonDays } = win;
  if (withinHorizon.kind === 'insufficient') {
    return <Text>{messages.win.insufficient(withinHorizon.n, withinHorizon.needed)}</Text>;
  }
  return (
    <>
      <Statistics>
        <StatisticsItem label={messages.win.withinDays(horizonDays)} number={messages.percent(withinHorizon.value)}>
          <Text variant="microcopy">{intervalText(withinHorizon, messages.win)}</Text>
        </StatisticsItem>
      </Statistics>
      <Text variant="microcopy">{evidenceText(withinHorizon, atEntry, messages.win)}</Text>
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
      {typed === null && <Text variant="microcopy">{win.notTyped}</Text>}
      {typed !== null && ever.kind === 'estimate' && (
        <Text variant="microcopy">{comparisonText(typedAgainstMeasured(typed, ever), win)}</Text>
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

function evidenceText(measured: Estimated, atEntry: Estimate, win: Words): string {
  const evidence = win.evidence(measured.n, measured.from);
  return atEntry.kind === 'insufficient' ? evidence : `${evidence} ${win.atEntry(atEntry.value)}`;
}

function comparisonText(verdict: TypedVerdict, win: Words): string {
  if (verdict.kind === 'agrees') return win.typedAgrees;
  return verdict.kind === 'higher' ? win.typedHigher(verdict.points) : win.typedLower(verdict.points);
}
