import { parseVisibilitySettings, type SectionAnswer, type VisibilitySettings } from '@deal-stage-insights/shared';
import { Select, StepperInput, Text, Toggle } from '@hubspot/ui-extensions';
import { GROUP_MIN, isGroupMin } from '../edit/check-sections.ts';
import { useSection } from '../edit/use-section.ts';
import { useSettingsMessages } from '../messages/settings.ts';
import { LoadedSection } from './LoadedSection.tsx';
import { SectionFrame } from './SectionFrame.tsx';

/** Who sees what: figures of deals, and figures of people. */
export function VisibilitySection() {
  return (
    <LoadedSection section="visibility" parse={parseVisibilitySettings}>
      {(answer) => <VisibilityForm answer={answer} />}
    </LoadedSection>
  );
}

const READERS = ['everyone', 'team', 'owner'] as const satisfies readonly VisibilitySettings['dealInsights'][];

function VisibilityForm({ answer }: { readonly answer: SectionAnswer<'visibility'> }) {
  const { visibility: words } = useSettingsMessages();
  const { edit, change, undo, save } = useSection(answer, parseVisibilitySettings);
  const { draft } = edit;
  const isValid = isGroupMin(draft);
  const choose = (value: unknown) => {
    const dealInsights = READERS.find((reader) => reader === value);
    if (dealInsights !== undefined) change({ ...draft, dealInsights });
  };
  return (
    <SectionFrame
      title={words.title}
      about={words.about}
      edit={edit}
      isValid={isValid}
      onSave={() => void save(draft)}
      onUndo={undo}
    >
      <Select
        label={words.dealInsights}
        name="dealInsights"
        description={words.dealInsightsNote}
        value={draft.dealInsights}
        options={READERS.map((value) => ({ value, label: words.readers[value] }))}
        onChange={choose}
      />
      <Toggle
        label={words.namedReps}
        labelDisplay="top"
        textChecked={words.on}
        textUnchecked={words.off}
        checked={draft.showsNamedReps}
        onChange={(showsNamedReps) => change({ ...draft, showsNamedReps })}
      />
      <Text variant="microcopy">{words.namedRepsNote}</Text>
      <StepperInput
        label={words.groupMin}
        name="groupOthersMin"
        description={words.groupMinNote}
        min={GROUP_MIN}
        value={draft.groupOthersMin}
        error={!isValid}
        {...(!isValid && { validationMessage: words.groupMinFault(GROUP_MIN) })}
        onChange={(value) => change({ ...draft, groupOthersMin: Number(value) })}
      />
    </SectionFrame>
  );
}
