import type { SectionAnswer, SettingsSection } from '@deal-stage-insights/shared';
import { type Answer, askApi, pathOf } from '@deal-stage-insights/ui';
import { useExtensionContext } from '@hubspot/ui-extensions';
import { useReducer } from 'react';
import { type EditEvent, reduceEdit, type SectionEdit, startEdit } from './section-edit.ts';
import type { SectionSpec } from './section-spec.ts';

/** Edits one section that was read, and saves it under the version it was read in. */
export function useSection<S extends SettingsSection, F>(spec: SectionSpec<S, F>, answer: SectionAnswer<S>) {
  const { variables } = useExtensionContext<'settings'>();
  const [edit, dispatch] = useReducer(
    (before: SectionEdit<F>, event: EditEvent<F>) => reduceEdit(before, event),
    startEdit(spec.formOf(answer.value), answer.version),
  );
  const save = async () => {
    dispatch({ type: 'save' });
    const body = { version: edit.version, value: spec.valueOf(edit.draft) };
    const path = pathOf`/v1/settings/${spec.section}`;
    const saved = await askApi(variables?.['API_BASE_URL'], { method: 'PUT', path, body, parse: spec.parse });
    dispatch(eventOf(saved, spec));
  };
  return {
    edit,
    change: (draft: F) => dispatch({ type: 'change', draft }),
    undo: () => dispatch({ type: 'undo' }),
    save,
  };
}

function eventOf<S extends SettingsSection, F>(
  answer: Answer<SectionAnswer<S>>,
  { formOf }: SectionSpec<S, F>,
): EditEvent<F> {
  if (answer.kind === 'data') return { type: 'saved', form: formOf(answer.data.value), version: answer.data.version };
  if (answer.kind === 'failed') {
    const { kind: _, ...failure } = answer;
    return { type: 'failed', failure };
  }
  return { type: 'failed', failure: { reason: 'unreachable', requestId: null, errors: [] } };
}
