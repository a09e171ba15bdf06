import type { PipelineView, SettingsTemplate } from '@deal-stage-insights/shared';
import { Alert, AutoGrid, Button, Flex, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { useTemplateChoice } from '../edit/template-choice.tsx';
import { proposedMatch } from '../figures/match-stages.ts';
import { withEntry } from '../forms/stages.ts';
import { useStageMessages } from '../messages/stages.ts';

const NONE = '';
const FIELD_PX = 280;

interface TemplateMatchProps {
  readonly pipeline: PipelineView;
  readonly template: SettingsTemplate;
}

/** Which stage of the template each stage of the pipeline stands for, and the way to take it over: into what is not saved yet. */
export function TemplateMatch({ pipeline: { stages }, template }: TemplateMatchProps) {
  const { templates: words } = useStageMessages();
  const { choose } = useTemplateChoice();
  const [matched, setMatched] = useState(() => proposedMatch(stages, template.stages));
  const [wasTaken, setTaken] = useState(false);
  const take = () => {
    choose({ template, matched });
    setTaken(true);
  };
  return (
    <>
      <Text>{words.match}</Text>
      <AutoGrid columnWidth={FIELD_PX} flexible={true} gap="sm">
        {stages.map(({ stageId, label }) => (
          <Select
            key={stageId}
            label={words.standsFor(label)}
            name={`template-${stageId}`}
            value={matched[stageId] ?? NONE}
            options={[
              { value: NONE, label: words.none },
              ...template.stages.map((stage) => ({ value: stage.key, label: stage.label })),
            ]}
            onChange={(key) => {
              setMatched(withEntry(matched, stageId, key === NONE ? null : String(key)));
              setTaken(false);
            }}
          />
        ))}
      </AutoGrid>
      <Flex>
        <Button disabled={Object.keys(matched).length === 0} onClick={take}>
          {words.take}
        </Button>
      </Flex>
      {wasTaken && <Alert title={words.taken}>{words.takenNote}</Alert>}
    </>
  );
}
