import { LanguageProvider } from '@deal-stage-insights/ui';
import { hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { LoadView } from './components/LoadView.tsx';
import { PulseView } from './components/PulseView.tsx';
import { useDealInsights } from './hooks/use-deal-insights.ts';
import { useQuestion } from './hooks/use-question.ts';

/** The verdict on the deal in three lines, beside whatever tab is open. */
export function DealPulseCard() {
  const { user, portal, variables } = useExtensionContext<'crm.record.sidebar'>();
  const { load, askAgain } = useDealInsights(variables?.['API_BASE_URL'], useQuestion());
  return (
    <LanguageProvider locale={user.locale ?? user.language} timeZone={portal.timezone}>
      <LoadView load={load} onAskAgain={askAgain}>
        {(insights) => <PulseView insights={insights} />}
      </LoadView>
    </LanguageProvider>
  );
}

hubspot.extend<'crm.record.sidebar'>(() => <DealPulseCard />);
