import { FreshnessLine, LanguageProvider, LoadView, useLoad } from '@deal-stage-insights/ui';
import { hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { useQuestion } from './hooks/use-question.ts';
import { askGlance } from './team/glance.ts';
import { GlanceView } from './team/GlanceView.tsx';

/** The deal's pipeline at a glance, for managers; a rep sees the team's usual time alone. */
export function TeamAnalyticsCard() {
  const { user, portal, variables } = useExtensionContext<'crm.record.tab'>();
  const question = useQuestion();
  const named = question === null ? null : JSON.stringify(question);
  const { load, askAgain } = useLoad(named, () => askGlance(variables?.['API_BASE_URL'], question));
  return (
    <LanguageProvider locale={user.locale ?? user.language} timeZone={portal.timezone}>
      <LoadView load={load} onAskAgain={askAgain}>
        {(glance) => (
          <>
            <GlanceView glance={glance} />
            <FreshnessLine asOf={glance.insights.asOf} isAsking={load.isAsking} onAskAgain={askAgain} />
          </>
        )}
      </LoadView>
    </LanguageProvider>
  );
}

hubspot.extend<'crm.record.tab'>(() => <TeamAnalyticsCard />);
