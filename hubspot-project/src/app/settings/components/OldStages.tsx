import { Column, Small } from '@deal-stage-insights/ui';
import { Accordion, Button, Flex, Input, Select } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { withEntry } from '../forms/stages.ts';
import { useStageMessages } from '../messages/stages.ts';
import { usePipelines } from './PipelineChoice.tsx';
import type { StageFieldsProps } from './StagesSection.tsx';

/** Stages that HubSpot does not list any more, which history still knows by their ids. */
export function OldStages({ pipeline, fields: { draft, change, at } }: StageFieldsProps) {
  const { old: words } = useStageMessages();
  const [oldId, setOldId] = useState('');
  const known = new Set(usePipelines().flatMap(({ stages }) => stages.map(({ stageId }) => stageId)));
  const targets = pipeline.stages.map(({ stageId, label }) => ({ value: stageId, label }));
  const here = Object.entries(draft.countAs).filter(
    ([from, to]) => !known.has(from) && pipeline.stages.some(({ stageId }) => stageId === to),
  );
  const id = oldId.trim();
  const first = targets[0]?.value ?? null;
  const set = (from: string, to: string | null) => change({ ...draft, countAs: withEntry(draft.countAs, from, to) });
  return (
    <Accordion title={words.title(here.length)} size="sm">
      <Column>
        <Small>{words.about}</Small>
        {here.map(([from, to]) => (
          <Flex key={from} gap="sm" align="end" wrap="wrap">
            <Select
              label={words.countsAs(from)}
              name={`old-${from}`}
              value={to}
              options={targets}
              {...at(`countAs.${from}`)}
              onChange={(chosen) => set(from, String(chosen))}
            />
            <Button size="sm" variant="transparent" onClick={() => set(from, null)}>
              {words.remove(from)}
            </Button>
          </Flex>
        ))}
        <Flex gap="sm" align="end" wrap="wrap">
          <Input label={words.id} name="old-stage" value={oldId} onInput={setOldId} />
          <Button
            size="sm"
            disabled={id === '' || known.has(id) || Object.hasOwn(draft.countAs, id)}
            onClick={() => {
              set(id, first);
              setOldId('');
            }}
          >
            {words.add}
          </Button>
        </Flex>
      </Column>
    </Accordion>
  );
}
