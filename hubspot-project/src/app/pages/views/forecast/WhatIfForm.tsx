import { Column } from '@deal-stage-insights/ui';
import type { TopDeal, WhatIfChange } from '@deal-stage-insights/shared';
import { AutoGrid, Button, Flex, Select } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { NumberField } from '../../components/NumberField.tsx';
import { type ChangeDraft, changeOf } from '../../figures/what-if.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useWhatIfMessages } from '../../messages/what-if.ts';
import { usePipeline } from '../../page-context.tsx';

const FIELD_WIDTH_PX = 220;
const KINDS = ['cut-slow-tail', 'lift-conversion', 'lose-deal'] as const satisfies readonly WhatIfChange['kind'][];
const FIRST_DRAFT: ChangeDraft = { kind: 'lift-conversion', stageId: null, dealId: null, days: 30, percent: 10 };

interface WhatIfFormProps {
  readonly deals: readonly TopDeal[];
  readonly onAdd: (change: WhatIfChange) => void;
}

/** Puts a change together. */
export function WhatIfForm({ deals, onAdd }: WhatIfFormProps) {
  const messages = useWhatIfMessages();
  const [draft, setDraft] = useState(FIRST_DRAFT);
  const change = changeOf(draft);
  const edit = (changes: Partial<ChangeDraft>) => setDraft({ ...draft, ...changes });
  const { kind } = draft;
  return (
    <Column>
      <AutoGrid columnWidth={FIELD_WIDTH_PX} gap="md">
        <Select
          label={messages.kind}
          name="kind"
          value={kind}
          options={KINDS.map((value) => ({ label: messages.kinds[value], value }))}
          onChange={(value) => edit({ kind: KINDS.find((known) => known === value) ?? kind })}
        />
        {kind === 'lose-deal' ? (
          <DealChoice deals={deals} draft={draft} onEdit={edit} />
        ) : (
          <StageChoice draft={draft} onEdit={edit} />
        )}
        {kind === 'cut-slow-tail' && (
          <NumberField label={messages.days} name="days" value={draft.days} onChange={(days) => edit({ days })} />
        )}
        {kind === 'lift-conversion' && (
          <NumberField
            label={messages.percent}
            name="percent"
            max={100}
            value={draft.percent}
            onChange={(percent) => edit({ percent })}
          />
        )}
      </AutoGrid>
      <Flex>
        <Button
          disabled={change === null}
          onClick={() => {
            if (change !== null) onAdd(change);
          }}
        >
          {messages.add}
        </Button>
      </Flex>
    </Column>
  );
}

interface ChoiceProps {
  readonly draft: ChangeDraft;
  readonly onEdit: (changes: Partial<ChangeDraft>) => void;
}

function StageChoice({ draft, onEdit }: ChoiceProps) {
  const { choose } = useWhatIfMessages();
  const { common } = useFrameMessages();
  const stages = usePipeline()?.stages.filter(({ role }) => role === 'open' || role === 'parked') ?? [];
  return (
    <Select
      label={common.stage}
      name="stage"
      placeholder={choose}
      {...(draft.stageId !== null && { value: draft.stageId })}
      options={stages.map(({ label, stageId }) => ({ label, value: stageId }))}
      onChange={(value) => onEdit({ stageId: String(value) })}
    />
  );
}

function DealChoice({ deals, draft, onEdit }: ChoiceProps & Pick<WhatIfFormProps, 'deals'>) {
  const { choose } = useWhatIfMessages();
  const { common, table } = useFrameMessages();
  return (
    <Select
      label={common.deal}
      name="deal"
      placeholder={choose}
      {...(draft.dealId !== null && { value: draft.dealId })}
      options={deals.map(({ dealId, name }) => ({ label: name ?? table.noName(dealId), value: dealId }))}
      onChange={(value) => onEdit({ dealId: String(value) })}
    />
  );
}
