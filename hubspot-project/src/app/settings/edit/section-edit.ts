import type { Failure } from '@deal-stage-insights/ui';

/** What an admin has typed over what is saved. Nothing is lost by a failure, and all of it can be undone until it is saved. */
export interface SectionEdit<V> {
  readonly saved: V;
  readonly draft: V;
  readonly version: number;
  readonly isSaving: boolean;
  readonly failure: Failure | null;
}

export type EditEvent<V> =
  | { readonly type: 'change'; readonly draft: V }
  | { readonly type: 'undo' }
  | { readonly type: 'save' }
  | { readonly type: 'saved'; readonly value: V; readonly version: number }
  | { readonly type: 'failed'; readonly failure: Failure };

export const startEdit = <V>(saved: V, version: number): SectionEdit<V> => ({
  saved,
  draft: saved,
  version,
  isSaving: false,
  failure: null,
});

export function reduceEdit<V>(edit: SectionEdit<V>, event: EditEvent<V>): SectionEdit<V> {
  switch (event.type) {
    case 'change':
      return { ...edit, draft: event.draft, failure: null };
    case 'undo':
      return startEdit(edit.saved, edit.version);
    case 'save':
      return { ...edit, isSaving: true, failure: null };
    case 'saved':
      return startEdit(event.value, event.version);
    case 'failed':
      return { ...edit, isSaving: false, failure: event.failure };
  }
}

/** Whether there is something to save. Settings are plain data: the same text is the same value. */
export const isChanged = <V>({ saved, draft }: SectionEdit<V>): boolean =>
  JSON.stringify(saved) !== JSON.stringify(draft);
