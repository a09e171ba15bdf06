import { Column } from '@deal-stage-insights/ui';
import { AutoGrid, Select } from '@hubspot/ui-extensions';
import type { FilterName } from '../address/filters.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { usePage, usePipeline } from '../page-context.tsx';
import { MoreFilters } from './MoreFilters.tsx';
import { PeriodFilter } from './PeriodFilter.tsx';
import { WhoseFilter } from './WhoseFilter.tsx';
import { useAddressChange } from './use-address-change.ts';

const FIELD_WIDTH_PX = 220;

/** What the figures below speak of. Every choice goes into the address, so that it can be sent to a colleague. */
export function FilterBar({ names }: { readonly names: readonly FilterName[] }) {
  return (
    <Column>
      <AutoGrid columnWidth={FIELD_WIDTH_PX} gap="md">
        <PipelineFilter />
        {names.includes('from') && <PeriodFilter />}
        {names.includes('owner') && <WhoseFilter />}
      </AutoGrid>
      <MoreFilters names={names} />
    </Column>
  );
}

function PipelineFilter() {
  const { filters } = useFrameMessages();
  const { pipelines } = usePage();
  const chosen = usePipeline();
  const change = useAddressChange();
  const known = pipelines.shown.status === 'data' ? pipelines.shown.data.pipelines : [];
  return (
    <Select
      label={filters.pipeline}
      name="pipeline"
      options={known.map(({ pipelineId, label }) => ({ label, value: pipelineId }))}
      {...(chosen !== null && { value: chosen.pipelineId })}
      onChange={(value) => change({ pipeline: String(value) })}
    />
  );
}
