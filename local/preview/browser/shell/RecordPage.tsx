import { useEffect, useMemo, useRef, useState } from 'react';
import type { ExtensionInfo, PageConfig, RecordAccount } from '../../page-config.ts';
import { writeLog } from '../host/page-log.ts';
import { type Scenario, withScenario } from '../host/scenario.ts';
import { fetchThroughProxy, serverApi } from '../host/server-api.ts';
import { Alerts, useAlerts } from './alerts.tsx';
import { readAddress, writeAddress } from './address.ts';
import { CardFrame } from './CardFrame.tsx';
import { CardTabs } from './CardTabs.tsx';
import { ControlPanel } from './ControlPanel.tsx';
import { DealPicker } from './DealPicker.tsx';
import { extensionContext } from './extension-context.ts';
import { PropertyList } from './PropertyList.tsx';
import { useRecord } from './use-record.ts';

interface RecordPageProps {
  readonly config: PageConfig;
  readonly account: RecordAccount;
}

/** A deal's record as HubSpot lays it out: properties left, tabs with the cards in the middle, what the preview adds right. */
export function RecordPage({ config, account }: RecordPageProps) {
  const [dealId, chooseDeal] = useDealChoice();
  const [userId, setUserId] = useState(config.users[0]?.userId ?? '');
  const [locale, setLocale] = useState(config.locale);
  const [scenario, setScenario] = useState<Scenario>({ latencyMs: 0, failNext: false });
  const record = useRecord(dealId, { config, account });
  const { alerts, add: addAlert, dismiss } = useAlerts();
  const fetch = useCardFetch({
    userId,
    scenario,
    onFailed: () => setScenario((before) => ({ ...before, failNext: false })),
  });
  const user = config.users.find((candidate) => candidate.userId === userId);
  const tabCards = config.extensions.filter(({ location }) => location === 'crm.record.tab');
  const sideCards = config.extensions.filter(({ location }) => location === 'crm.record.sidebar');
  const { deal, crm } = record;
  const contexts = useMemo(
    () =>
      new Map(
        deal === null || user === undefined
          ? []
          : config.extensions.map((card) => [
              card.uid,
              extensionContext({ card, user, dealId: deal.dealId }, { config, locale }),
            ]),
      ),
    [deal, user, config, locale],
  );
  const frame = (card: ExtensionInfo) => {
    const context = contexts.get(card.uid);
    if (context === undefined || crm === null) return null;
    return (
      <CardFrame card={card} context={context} crm={crm} fetch={fetch} addAlert={addAlert} refresh={record.refresh} />
    );
  };

  return (
    <div className="record">
      <aside className="record-left" aria-label="Deal">
        <h1>{record.properties['dealname'] || (dealId === null ? 'No deal' : `Deal ${dealId}`)}</h1>
        {record.problem !== null && <p className="refusal">{record.problem}</p>}
        <PropertyList properties={record.properties} config={config} account={account} />
      </aside>
      <main className="record-middle">
        <CardTabs cards={tabCards} draw={frame} />
      </main>
      <aside className="record-right" aria-label="Preview">
        {sideCards.map((card) => (
          <section key={card.uid} className="side-card" aria-label={card.title}>
            <h2>{card.title}</h2>
            {frame(card)}
          </section>
        ))}
        <DealPicker current={dealId} onChoose={chooseDeal} config={config} account={account} />
        <ControlPanel
          {...{ config, account, userId, setUserId, locale, setLocale, scenario, setScenario }}
          deal={deal}
          properties={record.properties}
          onChanged={record.show}
        />
      </aside>
      <Alerts alerts={alerts} onDismiss={dismiss} />
    </div>
  );
}

/** The deal of the address; without one, the open deal that changed last. */
function useDealChoice() {
  const [dealId, setDealId] = useState(readAddress().dealId);
  useEffect(() => {
    if (dealId !== null) return;
    serverApi.search('').then(
      ([first]) => first !== undefined && setDealId(first.dealId),
      (error: unknown) => writeLog('host', 'error', `No deal could be found: ${String(error)}`),
    );
  }, [dealId]);
  const choose = (chosen: string) => {
    writeAddress('deal', chosen);
    setDealId(chosen);
  };
  return [dealId, choose] as const;
}

interface FetchParts {
  readonly userId: string;
  readonly scenario: Scenario;
  readonly onFailed: () => void;
}

/** One function for the life of the page, so that a change of scenario does not start the card anew. */
function useCardFetch(parts: FetchParts) {
  const now = useRef(parts);
  now.current = parts;
  return useMemo(
    () =>
      withScenario(() => now.current.scenario, {
        onFailed: () => now.current.onFailed(),
        fetch: async (call) => {
          const { refusal, ...answer } = await fetchThroughProxy(call, now.current.userId);
          if (refusal !== null) writeLog('host', 'error', `hubspot.fetch() to ${call.requestUri}: ${refusal}`);
          return answer;
        },
      }),
    [],
  );
}
