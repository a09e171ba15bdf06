import { Column } from '@deal-stage-insights/ui';
import { Tab, Tabs } from '@hubspot/ui-extensions';
import { Fragment, type ReactNode, useState } from 'react';
import { TemplateProvider } from '../edit/template-choice.tsx';
import { useSettingsMessages } from '../messages/settings.ts';
import { ActionsSection } from './ActionsSection.tsx';
import { CalendarSection } from './CalendarSection.tsx';
import { CriteriaSection } from './CriteriaSection.tsx';
import { EraseSection } from './EraseSection.tsx';
import { HealthSection } from './HealthSection.tsx';
import { HorizonsSection } from './HorizonsSection.tsx';
import { ManagersSection } from './ManagersSection.tsx';
import { WithPipelines } from './PipelineChoice.tsx';
import { RulesSection } from './RulesSection.tsx';
import { SegmentsSection } from './SegmentsSection.tsx';
import { StagesSection } from './StagesSection.tsx';
import { TargetsSection } from './TargetsSection.tsx';
import { TemplatesSection } from './TemplatesSection.tsx';
import { TestDealsSection } from './TestDealsSection.tsx';
import { VisibilitySection } from './VisibilitySection.tsx';

export type GroupId = 'health' | 'stages' | 'time' | 'actions' | 'deals' | 'hints' | 'people' | 'erase';

interface Group {
  readonly id: GroupId;
  readonly sections: readonly (() => ReactNode)[];
  /** Asks for the account's pipelines. */
  readonly needsPipelines?: true;
}

/** What an admin looks for together. A new section is one more in its group; each reads and saves itself. */
const GROUPS: readonly Group[] = [
  { id: 'health', sections: [HealthSection] },
  { id: 'stages', sections: [TemplatesSection, StagesSection, CriteriaSection], needsPipelines: true },
  { id: 'time', sections: [CalendarSection, HorizonsSection, TargetsSection], needsPipelines: true },
  { id: 'actions', sections: [ActionsSection], needsPipelines: true },
  { id: 'deals', sections: [SegmentsSection, TestDealsSection] },
  { id: 'hints', sections: [RulesSection] },
  { id: 'people', sections: [VisibilitySection, ManagersSection] },
  { id: 'erase', sections: [EraseSection] },
];

/** A tab for each group. It is asked for when it is first opened, and what was typed in it stays when another is. */
export function SettingsGroups() {
  const { groups } = useSettingsMessages();
  const [opened, setOpened] = useState<readonly GroupId[]>(['health']);
  const [selected, setSelected] = useState<GroupId>('health');
  const open = (chosen: unknown) => {
    const group = GROUPS.find(({ id }) => id === chosen);
    if (group === undefined) return;
    setSelected(group.id);
    setOpened((before) => [...new Set([...before, group.id])]);
  };
  return (
    <TemplateProvider>
      <Tabs selected={selected} onSelectedChange={open}>
        {GROUPS.map(({ id, sections, needsPipelines = false }) => {
          const Frame = needsPipelines ? WithPipelines : Fragment;
          return (
            <Tab key={id} tabId={id} title={groups[id]}>
              {opened.includes(id) && (
                <Column gap="md">
                  <Frame>
                    {sections.map((Section, place) => (
                      <Section key={place} />
                    ))}
                  </Frame>
                </Column>
              )}
            </Tab>
          );
        })}
      </Tabs>
    </TemplateProvider>
  );
}
