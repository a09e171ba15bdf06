import type { DealInsights } from '@deal-stage-insights/shared';
import { HowComputed } from '@deal-stage-insights/ui';
import { hasSome } from '../figures/has-some.ts';
import { useMessages } from '../messages/use-messages.ts';

/** What a rep may ask about every number on the card. */
export function HowInsightsAreComputed({ insights }: { readonly insights: DealInsights }) {
  const { explained, outlook } = useMessages();
  const { winProbability: win, outcomes, closeWindow, winTrend, hints } = insights;
  const answers = [explained.time];
  if (win !== null) answers.push(explained.chance(win.horizonDays));
  if (win !== null && win.unresolvedShare !== null) answers.push(explained.unresolved(win.unresolvedShare));
  if (win?.withinHorizon.kind === 'estimate') answers.push(explained.interval(win.withinHorizon.level));
  answers.push(explained.typed, explained.stalled);
  const more = outlook.explained;
  if (winTrend !== null) answers.push(more.trend);
  if (outcomes !== null) answers.push(more.next);
  if (closeWindow !== null) answers.push(more.close);
  if (hasSome(hints)) answers.push(more.hints);
  return <HowComputed answers={answers} />;
}
