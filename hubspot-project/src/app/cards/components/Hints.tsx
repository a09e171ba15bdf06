import type { Hint } from '@deal-stage-insights/shared';
import { Column, Section, Small, useBilingual, useFormats, useLanguage } from '@deal-stage-insights/ui';
import { Button, Flex, LoadingButton, Tag, Text, Tile } from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';
import { useNote } from '../hooks/use-note.ts';
import { useMessages } from '../messages/use-messages.ts';
import { NotSaved } from './NotSaved.tsx';
import type { Noting } from './SnoozeForm.tsx';

/** At most three points that may help, the most valuable first. */
export function Hints({ hints, ...noting }: Noting & { readonly hints: readonly Hint[] }) {
  const words = useMessages().outlook.hints;
  return (
    <Section title={words.title}>
      {hints.map((hint) => (
        <HintTile key={hint.hintId} hint={hint} {...noting} />
      ))}
    </Section>
  );
}

interface HintProps extends Noting {
  readonly hint: Hint;
}

/** A dismissed hint goes at once and comes back with a click, or by itself where it could not be kept. */
function HintTile({ hint, ...noting }: HintProps) {
  const words = useMessages().outlook.hints;
  const inMyLanguage = useBilingual();
  const [isDismissed, setDismissed] = useState(false);
  const { isSending, failure, send } = useNote(noting.dealId);
  const dismiss = async (wanted: boolean) => {
    setDismissed(wanted);
    const isKept = await send({
      method: 'PUT',
      path: `hints/${encodeURIComponent(hint.hintId)}`,
      body: { isDismissed: wanted },
    });
    if (!isKept) setDismissed(!wanted);
  };
  const toggle = (
    <Button size="xs" variant="transparent" disabled={isSending} onClick={() => void dismiss(!isDismissed)}>
      {isDismissed ? words.undo : words.dismiss}
    </Button>
  );
  return (
    <Tile compact={true}>
      <Column gap="xs">
        <Text format={{ fontWeight: 'demibold' }}>{inMyLanguage(hint.message)}</Text>
        {isDismissed ? (
          <Flex direction="row" gap="sm" align="center">
            <Small>{words.dismissed}</Small>
            {toggle}
          </Flex>
        ) : (
          <Remedy hint={hint} {...noting}>
            {toggle}
          </Remedy>
        )}
        <NotSaved failure={failure} />
      </Column>
    </Tile>
  );
}

/** What may help, what that rests on, and the task that can be made of it: once, at HubSpot, so it is not shown before it is there. */
function Remedy({ hint, dealId, onNoted, children }: HintProps & { readonly children: ReactNode }) {
  const words = useMessages().outlook.hints;
  const inMyLanguage = useBilingual();
  const language = useLanguage();
  const { money } = useFormats();
  const { isSending, failure, send } = useNote(dealId);
  const { hintId, remedy, valueAtStake: value, n, nCounts, task } = hint;
  const evidence = nCounts === 'this-deal' ? words.thisDeal : words.pastDeals(n);
  const worth = value === null || value.amount < 1 ? null : words.worth(money(value.amount, value.currency));
  const createTask = async () => {
    if (await send({ method: 'POST', path: 'tasks', body: { hintId, language } })) onNoted();
  };
  return (
    <>
      <Text>{inMyLanguage(remedy)}</Text>
      <Small>{[worth, evidence].filter((part) => part !== null).join(' · ')}</Small>
      <NotSaved failure={failure} />
      <Flex direction="row" gap="sm" align="center">
        {task === null ? (
          <LoadingButton size="xs" loading={isSending} onClick={() => void createTask()}>
            {words.createTask}
          </LoadingButton>
        ) : (
          <Tag variant="success">{words.taskMade(task.createdAt)}</Tag>
        )}
        {children}
      </Flex>
    </>
  );
}
