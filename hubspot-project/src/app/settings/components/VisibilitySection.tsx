import { Small } from '@deal-stage-insights/ui';
import { Select, StepperInput, Toggle } from '@hubspot/ui-extensions';
import { GROUP_MIN, visibilitySection } from '../forms/people.ts';
import { useSettingsMessages } from '../messages/settings.ts';
import { choosing, optionsOf } from './choices.ts';
import { SectionForm } from './SectionForm.tsx';

const READERS = ['everyone', 'team', 'owner'] as const;

/** Who sees what: figures of deals, and figures of people. */
export function VisibilitySection() {
  const { visibility: words } = useSettingsMessages();
  return (
    <SectionForm spec={visibilitySection} title={words.title} about={words.about}>
      {({ draft, change, at }) => (
        <>
          <Select
            label={words.dealInsights}
            name="dealInsights"
            description={words.dealInsightsNote}
            value={draft.dealInsights}
            options={optionsOf(READERS, words.readers)}
            onChange={choosing(READERS, (dealInsights) => change({ ...draft, dealInsights }))}
          />
          <Toggle
            label={words.namedReps}
            labelDisplay="top"
            textChecked={words.on}
            textUnchecked={words.off}
            checked={draft.showsNamedReps}
            onChange={(showsNamedReps) => change({ ...draft, showsNamedReps })}
          />
          <Small>{words.namedRepsNote}</Small>
          <StepperInput
            label={words.groupMin}
            name="groupOthersMin"
            description={words.groupMinNote}
            min={GROUP_MIN}
            value={draft.groupOthersMin}
            {...at('groupOthersMin')}
            onChange={(value) => change({ ...draft, groupOthersMin: Number(value) })}
          />
        </>
      )}
    </SectionForm>
  );
}
