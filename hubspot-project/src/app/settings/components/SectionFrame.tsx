import { Small, useWords, Section } from '@deal-stage-insights/ui';
import { Alert, Button, Flex, LoadingButton, StatusTag, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { isChanged, type SectionEdit } from '../edit/section-edit.ts';
import { useSettingsMessages } from '../messages/settings.ts';

interface SectionFrameProps<F> {
  readonly title: string;
  readonly about: string;
  readonly edit: SectionEdit<F>;
  readonly isValid: boolean;
  readonly onSave: () => void;
  readonly onUndo: () => void;
  /** Reads the section anew, as somebody else has left it. */
  readonly onReload: () => void;
  readonly children: ReactNode;
}

/** Around the fields of a section: what it is for, one save, and the way back until then. */
export function SectionFrame<F>(props: SectionFrameProps<F>) {
  const { title, about, edit, isValid, onSave, onUndo, children } = props;
  const { save, undo, saved, fixFirst } = useSettingsMessages();
  const { isSaving, wasSaved } = edit;
  const changed = isChanged(edit);
  return (
    <Section title={title} isTile={true}>
      <Text>{about}</Text>
      {children}
      <NotSaved {...props} />
      <Flex gap="sm" align="center" wrap="wrap">
        <LoadingButton variant="primary" loading={isSaving} disabled={!changed || !isValid} onClick={onSave}>
          {save}
        </LoadingButton>
        <Button variant="transparent" disabled={!changed || isSaving} onClick={onUndo}>
          {undo}
        </Button>
        {wasSaved && <StatusTag variant="success">{saved}</StatusTag>}
        {changed && !isValid && <Small>{fixFirst}</Small>}
      </Flex>
    </Section>
  );
}

function NotSaved<F>({ edit: { failure }, onReload }: SectionFrameProps<F>) {
  const { saveTitle, reload, refusedText } = useSettingsMessages();
  const { failed } = useWords();
  if (failure === null) return null;
  return (
    <Alert title={saveTitle} variant="warning">
      {[failed.reasons[failure.reason], ...failure.errors.map(refusedText)].join(' ')}{' '}
      {failure.reason === 'conflict' && (
        <Button size="xs" onClick={onReload}>
          {reload}
        </Button>
      )}
    </Alert>
  );
}
