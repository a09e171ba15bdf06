import type { Manager } from '@deal-stage-insights/shared';
import { Input, Select } from '@hubspot/ui-extensions';
import { managersSection } from '../forms/people.ts';
import { useSettingsMessages } from '../messages/settings.ts';
import { choosing } from './choices.ts';
import { Rows } from './Rows.tsx';
import { SectionForm } from './SectionForm.tsx';

const MANAGERS_MAX = 500;
const NEW_MANAGER: Manager = { user: '', teams: 'own' };
const CHOICES = ['own', 'all'] as const;

/** Who sees the analytics, and of which teams. */
export function ManagersSection() {
  const { managers: words } = useSettingsMessages();
  return (
    <SectionForm spec={managersSection} title={words.title} about={words.about}>
      {({ draft, change, at }) => (
        <Rows
          rows={draft.managers}
          none={words.none}
          add={words.add}
          removeLabel={words.remove}
          newRow={NEW_MANAGER}
          most={MANAGERS_MAX}
          onChange={(managers) => change({ managers })}
        >
          {(manager, place, replace) => (
            <>
              <Input
                label={words.user(place + 1)}
                name={`user-${place}`}
                value={manager.user}
                {...at(`managers.${place}.user`)}
                onInput={(user) => replace({ ...manager, user })}
              />
              <TeamsChoice manager={manager} place={place} onChange={replace} />
            </>
          )}
        </Rows>
      )}
    </SectionForm>
  );
}

interface TeamsChoiceProps {
  readonly manager: Manager;
  readonly place: number;
  readonly onChange: (manager: Manager) => void;
}

/** Single teams were chosen by the API: they stay until something else is chosen. */
function TeamsChoice({ manager, place, onChange }: TeamsChoiceProps) {
  const { managers: words } = useSettingsMessages();
  const { teams } = manager;
  const listed = typeof teams === 'string' ? null : teams;
  return (
    <Select
      label={words.sees(place + 1)}
      name={`teams-${place}`}
      value={listed === null ? String(teams) : 'listed'}
      options={[
        ...CHOICES.map((value) => ({ value: String(value), label: words.teams[value] })),
        ...(listed === null ? [] : [{ value: 'listed', label: words.listed(listed) }]),
      ]}
      onChange={choosing(CHOICES, (chosen) => onChange({ ...manager, teams: chosen }))}
    />
  );
}
