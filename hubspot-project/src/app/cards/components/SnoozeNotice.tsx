import type { SnoozeView } from '@deal-stage-insights/shared';
import { Alert, Flex, LoadingButton } from '@hubspot/ui-extensions';
import { useNote } from '../hooks/use-note.ts';
import { useMessages } from '../messages/use-messages.ts';
import { NotSaved } from './NotSaved.tsx';
import type { Noting } from './SnoozeForm.tsx';

interface SnoozeNoticeProps extends Noting {
  readonly snooze: SnoozeView;
}

/** A deal that waits with good reason is not stalled: until when, why, and the way out of it. */
export function SnoozeNotice({ dealId, snooze: { reason, untilDay, isActive }, onNoted }: SnoozeNoticeProps) {
  const words = useMessages().outlook.snooze;
  const { isSending, failure, send } = useNote(dealId);
  const end = async () => {
    if (await send({ method: 'DELETE', path: 'snooze' })) onNoted();
  };
  return (
    <>
      <Alert title={isActive ? words.waiting(untilDay) : words.over(untilDay)} variant={isActive ? 'info' : 'warning'}>
        {reason}
      </Alert>
      <NotSaved failure={failure} />
      <Flex>
        <LoadingButton size="xs" loading={isSending} onClick={() => void end()}>
          {words.end}
        </LoadingButton>
      </Flex>
    </>
  );
}
