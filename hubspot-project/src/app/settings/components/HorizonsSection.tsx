import { Input, Select } from '@hubspot/ui-extensions';
import { horizonsIn, horizonsSection } from '../forms/horizons.ts';
import { useTimeMessages } from '../messages/time.ts';
import { SectionForm } from './SectionForm.tsx';

/** How far ahead chances and forecasts look, and which of them stands in front. */
export function HorizonsSection() {
  const { horizons: words } = useTimeMessages();
  return (
    <SectionForm spec={horizonsSection} title={words.title} about={words.about}>
      {({ draft, change, at }) => {
        const known = horizonsIn(draft.days).filter((days) => Number.isInteger(days) && days > 0);
        const choices = [...new Set([...known, draft.headlineDays])];
        return (
          <>
            <Input
              label={words.days}
              name="horizon-days"
              description={words.daysNote}
              value={draft.days}
              {...at('days')}
              onInput={(days) => change({ ...draft, days })}
            />
            <Select
              label={words.headline}
              name="headlineDays"
              value={draft.headlineDays}
              options={choices.map((days) => ({ value: days, label: words.inDays(days) }))}
              {...at('headlineDays')}
              onChange={(days) => change({ ...draft, headlineDays: Number(days) })}
            />
          </>
        );
      }}
    </SectionForm>
  );
}
