import { hubspot, Text, useExtensionContext } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { useDealInsights } from './hooks/use-deal-insights.ts';

/** The insight card in the deal record. Its property list is literal: HubSpot's builder reads it from this file. */
export function DealInsightsCard() {
  const { crm, variables } = useExtensionContext<'crm.record.tab'>();
  const { properties, isLoading } = useCrmProperties(['dealstage', 'pipeline']);
  const question = isLoading
    ? null
    : {
        dealId: String(crm.objectId),
        pipelineId: properties['pipeline'] ?? null,
        stageId: properties['dealstage'] ?? null,
      };
  const { load } = useDealInsights(variables?.['API_BASE_URL'], question);
  return <Text>{load.shown.status === 'insights' ? load.shown.insights.stage.label : load.shown.status}</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <DealInsightsCard />);
