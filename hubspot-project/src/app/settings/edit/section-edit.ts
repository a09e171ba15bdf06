import type { Failure } from '@deal-stage-insights/ui';

/** What an admin has typed over what is saved. Nothing is lost by a failure, and all of it can be undone until it is saved. */
export interface SectionEdit<F> {
  readonly saved: F;
  readonly draft: F;
  readonly version: number;
  readonly isSaving: boolean;
  /** Since the last change: says that the click was heard. */
  readonly wasSaved: boolean;
  readonly failure: Failure | null;
}

export type EditEvent<F> =
  | { readonly type: 'change'; readonly draft: F }
  | { readonly type: 'undo' }
  | { readonly type: 'save' }
  | { readonly type: 'saved'; readonly form: F; readonly version: number }
  | { readonly type: 'failed'; readonly failure: Failure };

export const startEdit = <F>(saved: F, version: number): SectionEdit<F> => ({
  saved,
  draft: saved,
  version,
  isSaving: false,
  wasSaved: false,
  failure: null,
});

export function reduceEdit<F>(edit: SectionEdit<F>, event: EditEvent<F>): SectionEdit<F> {
  switch (event.type) {
    case 'change':
      return { ...edit, draft: event.draft, wasSaved: false, failure: null };
    case 'undo':
      return startEdit(edit.saved, edit.version);
    case 'save':
      return { ...edit, isSaving: true, failure: null };
    case 'saved':
      return { ...startEdit(event.form, event.version), wasSaved: true };
    case 'failed':
      return { ...edit, isSaving: false, failure: event.failure };
  }
}

/** Whether there is something to save. Settings are plain data: the same text is the same value. */
export const isChanged = <F>({ saved, draft }: SectionEdit<F>): boolean =>
  JSON.stringify(saved) !== JSON.stringify(draft);
