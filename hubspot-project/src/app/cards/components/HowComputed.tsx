import type { WinProbabilityView } from '@deal-stage-insights/shared';
import { Accordion, List, Text } from '@hubspot/ui-extensions';
import { useMessages } from '../messages/messages-context.ts';

/** What a rep may ask about every number on the card. */
export function HowComputed({ win }: { readonly win: WinProbabilityView | null }) {
  const { explained } = useMessages();
  const answers = [explained.time];
  if (win !== null) answers.push(explained.chance(win.horizonDays));
  if (win !== null && win.unresolvedShare !== null) answers.push(explained.unresolved(win.unresolvedShare));
  if (win?.withinHorizon.kind === 'estimate') answers.push(explained.interval(win.withinHorizon.level));
  answers.push(explained.typed, explained.stalled);
  return (
    <Accordion title={explained.title} size="sm">
      <List variant="unordered-styled">
        {answers.map((answer) => (
          <Text key={answer}>{answer}</Text>
        ))}
      </List>
    </Accordion>
  );
}
