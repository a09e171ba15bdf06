import { LanguageProvider } from '@deal-stage-insights/ui';
import { hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { createPageRouter, PageRoutes } from '@hubspot/ui-extensions/pages';
import { NotFound } from './components/NotFound.tsx';
import { PageFrame } from './components/PageFrame.tsx';
import { PageProvider } from './page-context.tsx';
import { VIEWS, WEEKLY } from './views.ts';
import { WeeklyView } from './views/WeeklyView.tsx';
import { SCREENS } from './views/screens.ts';

const Router = createPageRouter(
  <PageRoutes layoutComponent={PageFrame}>
    <PageRoutes.IndexRoute component={SCREENS[VIEWS[0].id]} />
    {VIEWS.map(({ id }) => (
      <PageRoutes.Route key={id} path={`/${id}`} component={SCREENS[id]} />
    ))}
    <PageRoutes.Route path={`/${WEEKLY}`} component={WeeklyView} />
    <PageRoutes.AnyRoute component={NotFound} />
  </PageRoutes>,
);

/** The analytics of all pipelines: one view a report, each under an address of its own. */
export function AnalyticsPage() {
  const { user, portal } = useExtensionContext<'pages'>();
  return (
    <LanguageProvider locale={user.locale ?? user.language} timeZone={portal.timezone}>
      <PageProvider>
        <Router />
      </PageProvider>
    </LanguageProvider>
  );
}

hubspot.extend<'pages'>(() => <AnalyticsPage />);
