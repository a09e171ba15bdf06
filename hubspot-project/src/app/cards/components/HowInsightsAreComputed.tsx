import type { WinProbabilityView } from '@deal-stage-insights/shared';
import { HowComputed } from '@deal-stage-insights/ui';
import { useMessages } from '../messages/use-messages.ts';

/** What a rep may ask about every number on the card. */
export function HowInsightsAreComputed({ win }: { readonly win: WinProbabilityView | null }) {
  const { explained } = useMessages();
  const answers = [explained.time];
  if (win !== null) answers.push(explained.chance(win.horizonDays));
  if (win !== null && win.unresolvedShare !== null) answers.push(explained.unresolved(win.unresolvedShare));
  if (win?.withinHorizon.kind === 'estimate') answers.push(explained.interval(win.withinHorizon.level));
  answers.push(explained.typed, explained.stalled);
  return <HowComputed answers={answers} />;
}
