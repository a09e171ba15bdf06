import { useEffect, useMemo } from 'react';
import type { ExtensionInfo, PageConfig, RecordAccount } from '../../page-config.ts';
import { writeLog } from '../host/page-log.ts';
import { serverApi } from '../host/server-api.ts';
import { go, writeAddress } from './address.ts';
import { CardTabs } from './CardTabs.tsx';
import { ControlPanel } from './ControlPanel.tsx';
import { DealPicker } from './DealPicker.tsx';
import { extensionContext } from './extension-context.ts';
import { ExtensionFrame } from './ExtensionFrame.tsx';
import { MoveForm } from './MoveForm.tsx';
import type { Place } from './places.ts';
import { PropertyList } from './PropertyList.tsx';
import { useRecord } from './use-record.ts';
import type { Session } from './use-session.ts';

interface RecordPageProps {
  readonly config: PageConfig;
  readonly account: RecordAccount;
  readonly session: Session;
  readonly place: Extract<Place, { kind: 'record' }>;
}

/** A deal's record as HubSpot lays it out: properties left, tabs with the cards in the middle, what the preview adds right. */
export function RecordPage({ config, account, session, place }: RecordPageProps) {
  const { dealId, cardUid } = place;
  useAnyDeal(dealId);
  const record = useRecord(dealId, { config, account });
  const { user, locale } = session;
  const tabCards = config.extensions.filter(({ location }) => location === 'crm.record.tab');
  const sideCards = config.extensions.filter(({ location }) => location === 'crm.record.sidebar');
  const { deal, crm, refresh } = record;
  const contexts = useMemo(
    () =>
      new Map(
        deal === null || user === undefined
          ? []
          : config.extensions.map((extension) => [
              extension.uid,
              extensionContext({ extension, user, dealId: deal.dealId }, { config, locale }),
            ]),
      ),
    [deal, user, config, locale],
  );
  const frame = (extension: ExtensionInfo) => {
    const context = contexts.get(extension.uid);
    if (context === undefined || crm === null) return null;
    return <ExtensionFrame key={extension.uid} {...{ extension, context, session }} record={{ crm, refresh }} />;
  };

  return (
    <div className="record">
      <aside className="record-left" aria-label="Deal">
        <h1>{record.properties['dealname'] || (dealId === null ? 'No deal' : `Deal ${dealId}`)}</h1>
        {record.problem !== null && <p className="refusal">{record.problem}</p>}
        <PropertyList properties={record.properties} config={config} account={account} />
      </aside>
      <main className="record-middle">
        <CardTabs cards={tabCards} uid={cardUid} draw={frame} />
      </main>
      <aside className="record-right" aria-label="Preview">
        {sideCards.map((card) => (
          <section key={card.uid} className="side-card" aria-label={card.title}>
            <h2>{card.title}</h2>
            {frame(card)}
          </section>
        ))}
        <DealPicker
          current={dealId}
          onChoose={(chosen) => go(addressOfDeal(chosen, cardUid))}
          config={config}
          account={account}
        />
        <ControlPanel config={config} session={session}>
          {config.readOnly ? (
            <p>A real portal: nothing can be changed from here.</p>
          ) : (
            <MoveForm account={account} deal={deal} properties={record.properties} onChanged={record.show} />
          )}
        </ControlPanel>
      </aside>
    </div>
  );
}

function addressOfDeal(dealId: string, cardUid: string | null): string {
  return `/?${new URLSearchParams({ deal: dealId, ...(cardUid !== null && { card: cardUid }) }).toString()}`;
}

/** Without a deal in the address, the open deal that changed last. */
function useAnyDeal(dealId: string | null): void {
  useEffect(() => {
    if (dealId !== null) return;
    serverApi.search('').then(
      ([first]) => first !== undefined && writeAddress({ deal: first.dealId }),
      (error: unknown) => writeLog('host', 'error', `No deal could be found: ${String(error)}`),
    );
  }, [dealId]);
}
