import type { EraseRequest, Erasure } from '@deal-stage-insights/shared';
import { useFormats, useWords, Section } from '@deal-stage-insights/ui';
import { Alert, Button, Flex, Input, LoadingButton, Select, Text, useExtensionContext } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useErasing } from '../edit/use-erasing.ts';
import { ERASE_SCOPES, eraseRequest } from '../forms/erase.ts';
import { useDealsMessages } from '../messages/deals.ts';
import { useSettingsMessages } from '../messages/settings.ts';
import { choosing, optionsOf } from './choices.ts';

/** Erases for good: what is named is first shown with what it means. */
export function EraseSection() {
  const { erase: words } = useDealsMessages();
  const { refusedText } = useSettingsMessages();
  const { failed } = useWords();
  const { portal } = useExtensionContext<'settings'>();
  const [scope, setScope] = useState<EraseRequest['scope']>('deal');
  const [named, setNamed] = useState('');
  const { erasing, name, keep, erase } = useErasing();
  const request = eraseRequest(scope, named, String(portal.id));
  const isSure = erasing.step === 'confirming' || erasing.step === 'asking';
  return (
    <Section title={words.title} isTile={true}>
      <Text>{words.about}</Text>
      <Select
        label={words.scope}
        name="erase-scope"
        value={scope}
        readOnly={isSure}
        options={optionsOf(ERASE_SCOPES, words.scopes)}
        onChange={choosing(ERASE_SCOPES, (chosen) => {
          setScope(chosen);
          setNamed('');
          keep();
        })}
      />
      <Input
        label={words.named[scope]}
        name="erase-name"
        description={words.namedNote[scope]}
        value={named}
        readOnly={isSure}
        onInput={(text) => {
          setNamed(text);
          keep();
        }}
      />
      {!isSure && (
        <Flex>
          <Button
            variant="destructive"
            disabled={request === null}
            onClick={() => {
              if (request !== null) name(request);
            }}
          >
            {words.next}
          </Button>
        </Flex>
      )}
      {isSure && (
        <>
          <Alert title={words.warning.title} variant="danger">
            {words.warning[erasing.request.scope](named.trim())}
          </Alert>
          <Flex gap="sm">
            <LoadingButton
              variant="destructive"
              loading={erasing.step === 'asking'}
              onClick={() => void erase(erasing.request)}
            >
              {words.erase}
            </LoadingButton>
            <Button disabled={erasing.step === 'asking'} onClick={keep}>
              {words.keep}
            </Button>
          </Flex>
        </>
      )}
      {erasing.step === 'asked' && <Asked erasure={erasing.erasure} />}
      {erasing.step === 'failed' && (
        <Alert title={words.failed} variant="warning">
          {[failed.reasons[erasing.failure.reason], ...erasing.failure.errors.map(refusedText)].join(' ')}
        </Alert>
      )}
    </Section>
  );
}

function Asked({ erasure: { finishedAt, itemsRemoved, askedAt } }: { readonly erasure: Erasure }) {
  const { erase: words } = useDealsMessages();
  const { moment } = useFormats();
  const isDone = finishedAt !== null;
  return (
    <Alert title={isDone ? words.done : words.underWay} variant={isDone ? 'success' : 'info'}>
      {isDone ? words.removed(itemsRemoved) : words.since(moment(askedAt))}
    </Alert>
  );
}
