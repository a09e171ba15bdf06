import { useEffect, useMemo, useState } from 'react';
import type { PageConfig, RecordAccount } from '../../page-config.ts';
import { NavigationContext } from '../components/navigation.ts';
import { serverApi } from '../host/server-api.ts';
import { go, useAddress } from './address.ts';
import { Alerts } from './alerts.tsx';
import { AppPage } from './AppPage.tsx';
import { GalleryPage } from './GalleryPage.tsx';
import { LogPanel } from './LogPanel.tsx';
import { PlaceLinks } from './PlaceLinks.tsx';
import { addressOfPage, placeAt, reachedHere, shownHere } from './places.ts';
import { RecordPage } from './RecordPage.tsx';
import { SettingsPage } from './SettingsPage.tsx';
import { useSession } from './use-session.ts';

interface Loaded {
  readonly config: PageConfig;
  readonly account: RecordAccount;
}

/** The whole page: first what the account is, then the place that the address names. */
export function App() {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    Promise.all([serverApi.config(), serverApi.account()]).then(
      ([config, account]) => setLoaded({ config, account }),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  return (
    <>
      <header className="top-bar">
        <strong>{loaded?.config.appName ?? 'Deal'}</strong>
        {loaded !== null && <PlaceLinks config={loaded.config} />}
        <span className="preview-label">Local preview, not HubSpot</span>
      </header>
      {problem !== null && (
        <main className="page-problem">
          <h1>The preview cannot read the account</h1>
          <p>{problem}</p>
        </main>
      )}
      {loaded !== null && <PlaceShown {...loaded} />}
      <LogPanel />
    </>
  );
}

function PlaceShown({ config, account }: Loaded) {
  const session = useSession(config);
  const address = useAddress();
  const place = useMemo(() => placeAt(address), [address]);
  const navigation = useMemo(
    () => ({
      addressOfPage: (target: Parameters<typeof addressOfPage>[0]) => addressOfPage(target, config),
      shownHere: (url: string) => shownHere(url, config),
      reached: (url: string) => reachedHere(url, config.variables['API_BASE_URL']),
      go,
    }),
    [config],
  );
  return (
    <NavigationContext.Provider value={navigation}>
      {place.kind === 'record' && <RecordPage {...{ config, account, session, place }} />}
      {place.kind === 'page' && <AppPage {...{ config, session }} location={place.location} />}
      {place.kind === 'gallery' && <GalleryPage {...{ config, session }} />}
      {place.kind === 'settings' && <SettingsPage {...{ config, session }} />}
      <Alerts alerts={session.alerts.alerts} onDismiss={session.alerts.dismiss} />
    </NavigationContext.Provider>
  );
}
