import { useEffect, useState } from 'react';
import type { PageConfig, RecordAccount } from '../../page-config.ts';
import { serverApi } from '../host/server-api.ts';
import { LogPanel } from './LogPanel.tsx';
import { RecordPage } from './RecordPage.tsx';

interface Loaded {
  readonly config: PageConfig;
  readonly account: RecordAccount;
}

/** The whole page: first what the account is, then the record. */
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
        <span className="preview-label">Local preview, not HubSpot</span>
      </header>
      {problem !== null && (
        <main className="page-problem">
          <h1>The preview cannot read the account</h1>
          <p>{problem}</p>
        </main>
      )}
      {loaded !== null && <RecordPage {...loaded} />}
      <LogPanel />
    </>
  );
}
