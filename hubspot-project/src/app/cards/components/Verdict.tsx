import type { StalledView } from '@deal-stage-insights/shared';
import { Alert, StatusTag, Text } from '@hubspot/ui-extensions';
import type { Messages } from '../messages/texts.ts';
import { useMessages } from '../messages/use-messages.ts';

export function VerdictTag({ stalled }: { readonly stalled: StalledView }) {
  const { verdict } = useMessages();
  switch (stalled.verdict) {
    case 'stalled':
      return <StatusTag variant="danger">{verdict.stalled}</StatusTag>;
    case 'on-track':
      return <StatusTag variant="success">{verdict.onTrack}</StatusTag>;
    case 'insufficient':
      return <StatusTag>{verdict.tooEarly}</StatusTag>;
    case 'not-applicable':
      return null;
  }
}

interface VerdictReasonProps {
  readonly stalled: StalledView;
}

/** Why the verdict is what it is: its two numbers, and how many visits they rest on. */
export function VerdictReason({ stalled }: VerdictReasonProps) {
  const messages = useMessages();
  const reason = reasonOf(stalled, messages);
  if (reason === null) return null;
  if (stalled.verdict !== 'stalled') return <Text>{reason}</Text>;
  return (
    <Alert title={messages.verdict.whyStalled} variant="warning">
      {reason}
    </Alert>
  );
}

function reasonOf(stalled: StalledView, { verdict }: Messages): string | null {
  if (stalled.verdict === 'not-applicable') return null;
  if (stalled.verdict === 'insufficient') return verdict.tooEarlyBecause(stalled.n);
  const numbers = numbersOf(stalled, verdict);
  return [...numbers, verdict.evidence(stalled.n)].join(' ');
}

/** The sentence with the numbers; none when the answer leaves one of them out. */
function numbersOf({ now, reference, threshold, rule }: StalledView, verdict: Messages['verdict']): readonly string[] {
  if (now === null || threshold === null) return [];
  if (rule === 'dwell-quantile') return [verdict.byDays(now, threshold)];
  return rule === 'probability-drop' && reference !== null ? [verdict.byChance({ now, reference, threshold })] : [];
}
