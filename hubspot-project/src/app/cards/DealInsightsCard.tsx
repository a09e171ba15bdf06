import { LanguageProvider } from '@deal-stage-insights/ui';
import { hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { Freshness } from './components/Freshness.tsx';
import { InsightsView } from './components/InsightsView.tsx';
import { LoadView } from './components/LoadView.tsx';
import { useDealInsights } from './hooks/use-deal-insights.ts';
import { useQuestion } from './hooks/use-question.ts';

/** The insight card in the deal record. */
export function DealInsightsCard() {
  const { user, portal, variables } = useExtensionContext<'crm.record.tab'>();
  const { load, askAgain } = useDealInsights(variables?.['API_BASE_URL'], useQuestion());
  return (
    <LanguageProvider locale={user.locale ?? user.language} timeZone={portal.timezone}>
      <LoadView load={load} onAskAgain={askAgain}>
        {(insights) => (
          <>
            <InsightsView insights={insights} onNoted={askAgain} />
            <Freshness insights={insights} isAsking={load.isAsking} onAskAgain={askAgain} />
          </>
        )}
      </LoadView>
    </LanguageProvider>
  );
}

hubspot.extend<'crm.record.tab'>(() => <DealInsightsCard />);
