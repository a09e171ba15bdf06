import type { DealInsights } from '@deal-stage-insights/shared';
import { Column, useBilingual } from '@deal-stage-insights/ui';
import { Text } from '@hubspot/ui-extensions';
import { useMessages } from '../messages/use-messages.ts';
import { usePulseMessages } from '../messages/use-pulse-messages.ts';
import { headlineSentence } from './Headline.tsx';
import { VerdictTag } from './Verdict.tsx';
import { rangeText } from './WinTile.tsx';

/** Where the deal stands, how likely it is won, and the one thing to know next. */
export function PulseView({ insights }: { readonly insights: DealInsights }) {
  const messages = useMessages();
  const chance = useChanceLine(insights);
  const next = useNextLine(insights);
  return (
    <Column gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>{headlineSentence(insights, messages)}</Text>
      <VerdictTag stalled={insights.stalled} />
      {chance !== null && <Text>{chance}</Text>}
      {next !== null && <Text>{next}</Text>}
    </Column>
  );
}

function useChanceLine({ winProbability }: DealInsights): string | null {
  const { win } = useMessages();
  const pulse = usePulseMessages();
  if (winProbability === null) return null;
  const { withinHorizon, horizonDays, typed } = winProbability;
  if (withinHorizon.kind === 'insufficient') return win.insufficient(withinHorizon.n, withinHorizon.needed);
  const measured = pulse.chance(withinHorizon.value, rangeText(withinHorizon, win), horizonDays);
  return `${typed === null ? measured : pulse.withTyped(measured, typed)}.`;
}

/** A wait that was agreed on, else the most valuable hint, else when such deals close. */
function useNextLine({ snooze, hints, closeWindow }: DealInsights): string | null {
  const { outlook } = useMessages();
  const pulse = usePulseMessages();
  const inMyLanguage = useBilingual();
  if (snooze?.isActive === true) return outlook.snooze.waiting(snooze.untilDay);
  const [hint] = hints ?? [];
  if (hint !== undefined) return inMyLanguage(hint.message);
  return closeWindow === null ? null : pulse.closes(closeWindow.medianAt);
}
