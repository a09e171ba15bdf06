import { useMemo } from 'react';
import type { PageConfig } from '../../page-config.ts';
import { HeadingLevelContext } from '../components/page-frame.ts';
import { ControlPanel } from './ControlPanel.tsx';
import { extensionContext } from './extension-context.ts';
import { ExtensionFrame } from './ExtensionFrame.tsx';
import type { Session } from './use-session.ts';

interface SettingsPageProps {
  readonly config: PageConfig;
  readonly session: Session;
}

/** The app among the connected apps, at the tab with its settings. */
export function SettingsPage({ config, session }: SettingsPageProps) {
  const extension = config.extensions.find((candidate) => candidate.location === 'settings');
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
      <main className="settings-page">
        <p className="settings-path">Connected apps</p>
        <h1>{config.appName}</h1>
        <div className="settings-tab">Settings</div>
        <HeadingLevelContext.Provider value="h2">
          {extension === undefined && <p>The project has no settings page.</p>}
          {extension !== undefined && context !== null && <ExtensionFrame {...{ extension, context, session }} />}
        </HeadingLevelContext.Provider>
      </main>
    </>
  );
}
