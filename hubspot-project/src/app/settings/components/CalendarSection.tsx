import { AutoGrid, Input, Select, TextArea } from '@hubspot/ui-extensions';
import { calendarSection } from '../forms/calendar.ts';
import { useTimeMessages } from '../messages/time.ts';
import { SectionForm } from './SectionForm.tsx';

const FIELD_PX = 240;

/** When the team is at work, and when its fiscal year begins. */
export function CalendarSection() {
  const { calendar: words } = useTimeMessages();
  return (
    <SectionForm spec={calendarSection} title={words.title} about={words.about}>
      {({ draft, change, at }) => (
        <>
          <AutoGrid columnWidth={FIELD_PX} flexible={true} gap="sm">
            {draft.week.map((hours, weekday) => (
              <Input
                key={weekday}
                label={words.weekdays[weekday] ?? ''}
                name={`week-${weekday}`}
                placeholder={words.closed}
                value={hours}
                {...at(`week.${weekday}`)}
                onInput={(text) => change({ ...draft, week: draft.week.with(weekday, text) })}
              />
            ))}
          </AutoGrid>
          <TextArea
            label={words.holidays}
            name="holidays"
            description={words.holidaysNote}
            rows={2}
            value={draft.holidays}
            {...at('holidays')}
            onInput={(holidays) => change({ ...draft, holidays })}
          />
          <Select
            label={words.fiscalYear}
            name="fiscalYearStartMonth"
            value={draft.fiscalYearStartMonth}
            options={words.months.map((label, index) => ({ value: index + 1, label }))}
            {...at('fiscalYearStartMonth')}
            onChange={(month) => change({ ...draft, fiscalYearStartMonth: Number(month) })}
          />
        </>
      )}
    </SectionForm>
  );
}
