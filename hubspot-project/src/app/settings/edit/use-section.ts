import type { SectionAnswer, SettingsSection } from '@deal-stage-insights/shared';
import { type Answer, askApi, pathOf } from '@deal-stage-insights/ui';
import { useExtensionContext } from '@hubspot/ui-extensions';
import { useReducer } from 'react';
import { type EditEvent, reduceEdit, type SectionEdit, startEdit } from './section-edit.ts';

type Value<S extends SettingsSection> = SectionAnswer<S>['value'];
type Parse<S extends SettingsSection> = (input: unknown) => SectionAnswer<S>;

/** Edits one section that was read, and saves it under the version it was read in. */
export function useSection<S extends SettingsSection>(answer: SectionAnswer<S>, parse: Parse<S>) {
  const { variables } = useExtensionContext<'settings'>();
  const [edit, dispatch] = useReducer(
    (before: SectionEdit<Value<S>>, event: EditEvent<Value<S>>) => reduceEdit(before, event),
    startEdit(answer.value, answer.version),
  );
  const save = async (value: Value<S>) => {
    dispatch({ type: 'save' });
    const body = { version: edit.version, value };
    const path = pathOf`/v1/settings/${answer.section}`;
    const saved = await askApi(variables?.['API_BASE_URL'], { method: 'PUT', path, body, parse });
    dispatch(eventOf(saved));
  };
  return {
    edit,
    change: (draft: Value<S>) => dispatch({ type: 'change', draft }),
    undo: () => dispatch({ type: 'undo' }),
    save,
  };
}

function eventOf<S extends SettingsSection>(answer: Answer<SectionAnswer<S>>): EditEvent<Value<S>> {
  if (answer.kind === 'data') return { type: 'saved', value: answer.data.value, version: answer.data.version };
  if (answer.kind === 'failed') {
    const { kind: _, ...failure } = answer;
    return { type: 'failed', failure };
  }
  return { type: 'failed', failure: { reason: 'unreachable', requestId: null, errors: [] } };
}
