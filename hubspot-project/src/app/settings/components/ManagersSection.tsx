import { type Manager, parseManagerSettings, type SectionAnswer } from '@deal-stage-insights/shared';
import { Button, Flex, Input, Select, Text } from '@hubspot/ui-extensions';
import { cleanUser, managerFaults } from '../edit/check-sections.ts';
import { useSection } from '../edit/use-section.ts';
import { useSettingsMessages } from '../messages/settings.ts';
import { LoadedSection } from './LoadedSection.tsx';
import { SectionFrame } from './SectionFrame.tsx';

/** Who sees the analytics, and of which teams. */
export function ManagersSection() {
  return (
    <LoadedSection section="managers" parse={parseManagerSettings}>
      {(answer) => <ManagersForm answer={answer} />}
    </LoadedSection>
  );
}

function ManagersForm({ answer }: { readonly answer: SectionAnswer<'managers'> }) {
  const { managers: words } = useSettingsMessages();
  const { edit, change, undo, save } = useSection(answer, parseManagerSettings);
  const { managers } = edit.draft;
  const faults = managerFaults(managers);
  const replace = (place: number, manager: Manager) => change({ managers: managers.with(place, manager) });
  const cleaned = () => ({ managers: managers.map((manager) => ({ ...manager, user: cleanUser(manager.user) })) });
  return (
    <SectionFrame
      title={words.title}
      about={words.about}
      edit={edit}
      isValid={faults.size === 0}
      onSave={() => void save(cleaned())}
      onUndo={undo}
    >
      {managers.length === 0 && <Text variant="microcopy">{words.none}</Text>}
      {managers.map((manager, place) => (
        <ManagerFields
          key={place}
          place={place}
          manager={manager}
          fault={faults.get(place) ?? null}
          onChange={(changed) => replace(place, changed)}
          onRemove={() => change({ managers: managers.toSpliced(place, 1) })}
        />
      ))}
      <Flex>
        <Button size="sm" onClick={() => change({ managers: [...managers, { user: '', teams: 'own' }] })}>
          {words.add}
        </Button>
      </Flex>
    </SectionFrame>
  );
}

interface ManagerFieldsProps {
  readonly place: number;
  readonly manager: Manager;
  readonly fault: 'empty' | 'twice' | null;
  readonly onChange: (manager: Manager) => void;
  readonly onRemove: () => void;
}

function ManagerFields({ place, manager, fault, onChange, onRemove }: ManagerFieldsProps) {
  const { managers: words } = useSettingsMessages();
  const { user, teams } = manager;
  const listed = typeof teams === 'string' ? null : teams;
  const options = [
    { value: 'own', label: words.teams.own },
    { value: 'all', label: words.teams.all },
    ...(listed === null ? [] : [{ value: 'listed', label: words.listed(listed) }]),
  ];
  return (
    <Flex gap="sm" align="end" wrap="wrap">
      <Input
        label={words.user(place + 1)}
        name={`user-${place}`}
        value={user}
        error={fault !== null}
        {...(fault !== null && { validationMessage: words.faults[fault] })}
        onInput={(value) => onChange({ ...manager, user: value })}
      />
      <Select
        label={words.sees(place + 1)}
        name={`teams-${place}`}
        value={listed === null ? String(teams) : 'listed'}
        options={options}
        onChange={(value) => {
          if (value === 'own' || value === 'all') onChange({ ...manager, teams: value });
        }}
      />
      <Button size="sm" variant="transparent" onClick={onRemove}>
        {words.remove(place + 1)}
      </Button>
    </Flex>
  );
}
