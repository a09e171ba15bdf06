import { LanguageProvider } from '@deal-stage-insights/ui';
import { hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { LoadView } from './components/LoadView.tsx';
import { useDealInsights } from './hooks/use-deal-insights.ts';
import type { Question } from './insights-api.ts';

/** The insight card in the deal record. */
export function DealInsightsCard() {
  const { user, portal, variables } = useExtensionContext<'crm.record.tab'>();
  const { load, askAgain } = useDealInsights(variables?.['API_BASE_URL'], useQuestion());
  return (
    <LanguageProvider locale={user.locale ?? user.language} timeZone={portal.timezone}>
      <LoadView load={load} onAskAgain={askAgain} />
    </LanguageProvider>
  );
}

/** The deal of the page and the stage it shows there, once HubSpot has said so; a stage HubSpot cannot tell is left out. */
function useQuestion(): Question | null {
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

hubspot.extend<'crm.record.tab'>(() => <DealInsightsCard />);
