import type { SectionAnswer, SettingsSection } from '@deal-stage-insights/shared';
import { askApi, LoadView, pathOf, useLoad } from '@deal-stage-insights/ui';
import { useExtensionContext } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { SectionSpec } from '../edit/section-spec.ts';
import { useSection } from '../edit/use-section.ts';
import { type FieldFault, useFieldFaults } from '../edit/use-field-faults.ts';
import { SectionFrame } from './SectionFrame.tsx';

export interface Fields<F> {
  readonly draft: F;
  readonly change: (draft: F) => void;
  /** What is wrong at a place of the section's value, as the props of a field. */
  readonly at: (place: string) => FieldFault;
}

interface SectionFormProps<S extends SettingsSection, F> {
  readonly spec: SectionSpec<S, F>;
  readonly title: string;
  readonly about: string;
  readonly children: (fields: Fields<F>) => ReactNode;
}

/** One section of the settings: read, edited, checked, saved once, and undone until then. */
export function SectionForm<S extends SettingsSection, F>(props: SectionFormProps<S, F>) {
  const { variables } = useExtensionContext<'settings'>();
  const { section, parse } = props.spec;
  const path = pathOf`/v1/settings/${section}`;
  const { load, askAgain } = useLoad(path, () => askApi(variables?.['API_BASE_URL'], { path, parse }));
  return (
    <LoadView load={load} onAskAgain={askAgain}>
      {/* Read again, it is edited from what somebody else has saved meanwhile. */}
      {(answer) => <LoadedForm key={answer.version} {...props} answer={answer} onReload={askAgain} />}
    </LoadView>
  );
}

interface LoadedFormProps<S extends SettingsSection, F> extends SectionFormProps<S, F> {
  readonly answer: SectionAnswer<S>;
  readonly onReload: () => void;
}

function LoadedForm<S extends SettingsSection, F>(props: LoadedFormProps<S, F>) {
  const { spec, title, about, children, answer, onReload } = props;
  const { edit, change, undo, save } = useSection(spec, answer);
  const faults = spec.faultsOf(edit.draft);
  const at = useFieldFaults(faults, edit.failure);
  return (
    <SectionFrame
      {...{ title, about, edit, onReload }}
      isValid={faults.size === 0}
      onSave={() => void save()}
      onUndo={undo}
    >
      {children({ draft: edit.draft, change, at })}
    </SectionFrame>
  );
}
