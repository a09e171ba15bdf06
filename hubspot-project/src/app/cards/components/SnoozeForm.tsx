import { Column, dayOfInput, type InputDate, Small } from '@deal-stage-insights/ui';
import { Accordion, DateInput, Flex, LoadingButton, TextArea } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useNote } from '../hooks/use-note.ts';
import { useMessages } from '../messages/use-messages.ts';
import { NotSaved } from './NotSaved.tsx';

export interface Noting {
  readonly dealId: string;
  readonly onNoted: () => void;
}

const REASON_LENGTH_MAX = 500;

/** Lets a deal wait that has a good reason to: the reason, and until which day. */
export function SnoozeForm({ dealId, onNoted }: Noting) {
  const words = useMessages().outlook.snooze;
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<InputDate | null>(null);
  const { isSending, failure, send } = useNote(dealId);
  const save = async () => {
    const body = { reason: reason.trim(), untilDay: dayOfInput(until) };
    if (await send({ method: 'PUT', path: 'snooze', body })) onNoted();
  };
  return (
    <Accordion title={words.title} size="sm">
      <Column>
        <Small>{words.about}</Small>
        <TextArea
          name="reason"
          label={words.reason}
          required={true}
          rows={2}
          maxLength={REASON_LENGTH_MAX}
          onInput={setReason}
        />
        <DateInput name="until" label={words.until} required={true} timezone="portalTz" onChange={setUntil} />
        <NotSaved failure={failure} />
        <Flex>
          <LoadingButton
            loading={isSending}
            disabled={reason.trim() === '' || until === null}
            onClick={() => void save()}
          >
            {words.start}
          </LoadingButton>
        </Flex>
      </Column>
    </Accordion>
  );
}
