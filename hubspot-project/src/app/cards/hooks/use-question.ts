import { useExtensionContext } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import type { Question } from '../insights-api.ts';

/** The deal of the page and the stage it shows there, once HubSpot has said so; a stage HubSpot cannot tell is left out. */
export function useQuestion(): Question | null {
  const { crm } = useExtensionContext<'crm.record.tab'>();
  // HubSpot's builder reads this list from the file: it must stay a literal.
  const { properties, isLoading } = useCrmProperties(['dealstage', 'pipeline']);
  if (isLoading) return null;
  return {
    dealId: String(crm.objectId),
    pipelineId: properties['pipeline'] ?? null,
    stageId: properties['dealstage'] ?? null,
  };
}
