import type { Estimate, Estimated, WinProbabilityView } from '@deal-stage-insights/shared';
import { Flex, Heading, ProgressBar, Statistics, StatisticsItem, Text, Tile } from '@hubspot/ui-extensions';
import { typedAgainstMeasured } from '../figures/typed-against-measured.ts';
import type { Messages } from '../messages/en.ts';
import { useMessages } from '../messages/messages-context.ts';

/** The measured chance with its interval and its evidence, beside the one that an admin typed. */
export function WinTile({ win }: { readonly win: WinProbabilityView }) {
  const messages = useMessages();
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Heading>{messages.win.title}</Heading>
        <MeasuredChance win={win} />
        <TypedChance typed={win.typed} ever={win.ever} />
      </Flex>
    </Tile>
  );
}

function MeasuredChance({ win }: { readonly win: WinProbabilityView }) {
  const messages = useMessages();
  const { withinHorizon, ever, atEntry, horizonDays } = win;
  if (withinHorizon.kind === 'insufficient') {
    return <Text>{messages.win.insufficient(withinHorizon.n, withinHorizon.needed)}</Text>;
  }
  return (
    <>
      <Statistics>
        <ChanceItem label={messages.win.withinDays(horizonDays)} chance={withinHorizon} />
        <ChanceItem label={messages.win.ever} chance={ever} />
      </Statistics>
      <Text variant="microcopy">{evidenceOf(withinHorizon, atEntry, messages)}</Text>
    </>
  );
}

function ChanceItem({ label, chance }: { readonly label: string; readonly chance: Estimate }) {
  const { win, percent } = useMessages();
  if (chance.kind === 'insufficient') return <StatisticsItem label={label} number="–" />;
  const { value, low, high, level } = chance;
  return (
    <StatisticsItem label={label} number={percent(value)}>
      <Text variant="microcopy">{high === null ? win.atLeast(low, level) : win.between(low, high, level)}</Text>
    </StatisticsItem>
  );
}

function evidenceOf(measured: Estimated, atEntry: Estimate, { win }: Messages): string {
  const evidence = win.evidence(measured.n, measured.from);
  return atEntry.kind === 'insufficient' ? evidence : `${evidence} ${win.atEntry(atEntry.value)}`;
}

/** The typed probability speaks of winning at all, so it is held against the measured "ever". */
function TypedChance({ typed, ever }: { readonly typed: number | null; readonly ever: Estimate }) {
  const { win } = useMessages();
  if (typed === null) return <Text variant="microcopy">{win.notTyped}</Text>;
  return (
    <>
      {ever.kind === 'estimate' && <ChanceBar title={win.measuredEver} chance={ever.value} />}
      <ChanceBar title={win.typed} chance={typed} />
      {ever.kind === 'estimate' && <Text variant="microcopy">{comparison(typed, ever, win)}</Text>}
    </>
  );
}

function ChanceBar({ title, chance }: { readonly title: string; readonly chance: number }) {
  const { percent } = useMessages();
  return (
    <ProgressBar
      title={title}
      aria-label={`${title}: ${percent(chance)}`}
      value={Math.round(chance * 100)}
      maxValue={100}
      valueDescription={percent(chance)}
    />
  );
}

function comparison(typed: number, ever: Estimated, win: Messages['win']): string {
  const verdict = typedAgainstMeasured(typed, ever);
  if (verdict.kind === 'agrees') return win.typedAgrees;
  return verdict.kind === 'higher' ? win.typedHigher(verdict.points) : win.typedLower(verdict.points);
}
