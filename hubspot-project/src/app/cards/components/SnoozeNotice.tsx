import type { SnoozeView } from '@deal-stage-insights/shared';
import { Alert } from '@hubspot/ui-extensions';
import { useMessages } from '../messages/use-messages.ts';

/** A deal that waits with good reason is not stalled: until when, and why. */
export function SnoozeNotice({ snooze: { reason, untilDay, isActive } }: { readonly snooze: SnoozeView }) {
  const { snooze } = useMessages().outlook;
  return (
    <Alert title={isActive ? snooze.waiting(untilDay) : snooze.over(untilDay)} variant={isActive ? 'info' : 'warning'}>
      {reason}
    </Alert>
  );
}
