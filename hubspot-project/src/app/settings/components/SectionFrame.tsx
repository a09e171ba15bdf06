import { useWords } from '@deal-stage-insights/ui';
import { Alert, Button, Flex, Heading, LoadingButton, Text, Tile } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { isChanged, type SectionEdit } from '../edit/section-edit.ts';
import { useSettingsMessages } from '../messages/settings.ts';

interface SectionFrameProps<V> {
  readonly title: string;
  readonly about: string;
  readonly edit: SectionEdit<V>;
  readonly isValid: boolean;
  readonly onSave: () => void;
  readonly onUndo: () => void;
  readonly children: ReactNode;
}

/** Around the fields of a section: what it is for, one save, and the way back until then. */
export function SectionFrame<V>({ title, about, edit, isValid, onSave, onUndo, children }: SectionFrameProps<V>) {
  const { save, undo, saveTitle } = useSettingsMessages();
  const { failed } = useWords();
  const { failure, isSaving } = edit;
  const changed = isChanged(edit);
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Heading>{title}</Heading>
        <Text>{about}</Text>
        {children}
        {failure !== null && (
          <Alert title={saveTitle} variant="warning">
            {[failed.reasons[failure.reason], ...failure.errors.map(({ message }) => message)].join(' ')}
          </Alert>
        )}
        <Flex gap="sm" align="center">
          <LoadingButton variant="primary" loading={isSaving} disabled={!changed || !isValid} onClick={onSave}>
            {save}
          </LoadingButton>
          <Button variant="transparent" disabled={!changed || isSaving} onClick={onUndo}>
            {undo}
          </Button>
        </Flex>
      </Flex>
    </Tile>
  );
}
