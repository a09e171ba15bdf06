import { RemoteRenderer } from '@remote-ui/react/host';
import { useEffect, useMemo, useState } from 'react';
import type { ExtensionInfo } from '../../page-config.ts';
import { OverlaysContext } from '../components/overlay.tsx';
import { createCardController } from '../host/components.tsx';
import type { CrmPropertyStore } from '../host/crm-properties.ts';
import { type ExtensionHost, startExtension } from '../host/extension-host.ts';
import { writeLog } from '../host/page-log.ts';
import type { ExtensionContext, FetchAnswer, FetchCall, LogLevel } from '../host/protocol.ts';
import { createCardActions } from './card-actions.ts';

interface CardFrameProps {
  readonly card: ExtensionInfo;
  readonly context: ExtensionContext;
  readonly crm: CrmPropertyStore;
  readonly fetch: (call: FetchCall) => Promise<FetchAnswer>;
  readonly addAlert: (alert: unknown) => void;
  readonly refresh: () => Promise<void>;
}

type Running =
  | { readonly host: ExtensionHost; readonly state: 'starting' | 'drawn' }
  | { readonly state: 'failed'; readonly reason: string };

/** One card in its worker, with its title. A new context is a new worker, as a new page is. */
export function CardFrame({ card, context, crm, fetch, addAlert, refresh }: CardFrameProps) {
  const overlays = useOpenOverlays();
  const log = useMemo(() => (level: LogLevel, message: string) => writeLog(card.title, level, message), [card]);
  const controller = useMemo(() => createCardController(log), [log]);
  const [running, setRunning] = useState<Running | null>(null);
  useEffect(() => {
    const action = createCardActions({ crm, addAlert, refresh, closeOverlay: overlays.close });
    const host = startExtension({ bundleUrl: card.bundleUrl, context, crm, log, fetch, action });
    let isCurrent = true;
    setRunning({ host, state: 'starting' });
    host.drawn.then(
      () => isCurrent && setRunning({ host, state: 'drawn' }),
      (error: unknown) => {
        if (!isCurrent) return;
        const reason = error instanceof Error ? error.message : String(error);
        log('error', reason);
        setRunning({ state: 'failed', reason });
      },
    );
    return () => {
      isCurrent = false;
      host.stop();
    };
    // Everything else is stable for as long as the context is.
  }, [card, context, crm]);

  return (
    <OverlaysContext.Provider value={overlays}>
      <div className="card-body" data-card={card.uid} data-state={running?.state ?? 'starting'}>
        {running?.state === 'failed' && (
          <div className="refusal" role="note">
            {running.reason}
          </div>
        )}
        {running !== null && running.state !== 'failed' && (
          <RemoteRenderer controller={controller} receiver={running.host.receiver} />
        )}
      </div>
    </OverlaysContext.Provider>
  );
}

function useOpenOverlays() {
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      openIds,
      open: (id: string) => setOpenIds((before) => new Set([...before, id])),
      close: (id: string) => setOpenIds((before) => new Set([...before].filter((known) => known !== id))),
    }),
    [openIds],
  );
}
