import { useMemo, useState } from 'react';
import type { PageConfig } from '../../page-config.ts';
import { HeadingLevelContext, PageHeadContext } from '../components/page-frame.ts';
import { ControlPanel } from './ControlPanel.tsx';
import { extensionContext } from './extension-context.ts';
import { ExtensionFrame } from './ExtensionFrame.tsx';
import type { PageLocation } from './places.ts';
import type { Session } from './use-session.ts';

interface AppPageProps {
  readonly config: PageConfig;
  readonly session: Session;
  readonly location: PageLocation;
}

/** An app page as HubSpot lays it out: a head with breadcrumbs, title and actions, which the page itself fills, and its body. */
export function AppPage({ config, session, location }: AppPageProps) {
  const [breadcrumbs, setBreadcrumbs] = useState<HTMLElement | null>(null);
  const [title, setTitle] = useState<HTMLElement | null>(null);
  const [actions, setActions] = useState<HTMLElement | null>(null);
  const head = useMemo(() => ({ breadcrumbs, title, actions }), [breadcrumbs, title, actions]);
  const extension = config.extensions.find((candidate) => candidate.location === 'pages');
  const { user, locale } = session;
  const context = useMemo(
    () =>
      extension === undefined || user === undefined
        ? null
        : extensionContext({ extension, user, dealId: null }, { config, locale }),
    [extension, user, config, locale],
  );
  return (
    <>
      <ControlPanel config={config} session={session} />
      <main className="app-page">
        <div className="app-page-head">
          <div ref={setBreadcrumbs} />
          <div className="app-page-title-row">
            <div ref={setTitle} className="app-page-title" />
            <h1 className="app-page-fallback-title">{config.appName}</h1>
            <div ref={setActions} />
          </div>
        </div>
        <PageHeadContext.Provider value={head}>
          <HeadingLevelContext.Provider value="h2">
            {extension === undefined && <p>The project has no app page.</p>}
            {extension !== undefined && context !== null && (
              <ExtensionFrame {...{ extension, context, session, location }} />
            )}
          </HeadingLevelContext.Provider>
        </PageHeadContext.Provider>
      </main>
    </>
  );
}
