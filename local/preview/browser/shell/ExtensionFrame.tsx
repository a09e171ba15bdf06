import { RemoteRenderer } from '@remote-ui/react/host';
import { useEffect, useMemo, useState } from 'react';
import type { ExtensionInfo } from '../../page-config.ts';
import { useNavigation } from '../components/navigation.ts';
import { OverlaysContext } from '../components/overlay.tsx';
import { createCardController } from '../host/components.tsx';
import { type ExtensionHost, startExtension } from '../host/extension-host.ts';
import { writeLog } from '../host/page-log.ts';
import type { ExtensionContext, LogLevel } from '../host/protocol.ts';
import { createExtensionActions, type RecordParts } from './extension-actions.ts';
import type { PageLocation } from './places.ts';
import type { Session } from './use-session.ts';

interface ExtensionFrameProps {
  readonly extension: ExtensionInfo;
  readonly context: ExtensionContext;
  readonly session: Session;
  /** The record that a card stands in. */
  readonly record?: RecordParts;
  /** Where an app page is. */
  readonly location?: PageLocation;
}

type Running =
  | { readonly host: ExtensionHost; readonly state: 'starting' | 'drawn' }
  | { readonly state: 'failed'; readonly reason: string };

const REFUSALS_SHOWN = 5;
const HOME: PageLocation = { path: '/', params: {} };

/** One extension in its worker. A new context is a new worker, as a new page is; another place on an app page is not. */
export function ExtensionFrame({ extension, context, session, record, location = HOME }: ExtensionFrameProps) {
  const overlays = useOpenOverlays();
  const navigation = useNavigation();
  const log = useMemo(
    () => (level: LogLevel, message: string) => writeLog(extension.title, level, message),
    [extension],
  );
  const [refused, setRefused] = useState<readonly string[]>([]);
  const controller = useMemo(
    () =>
      createCardController({
        log,
        refuse: (problem) =>
          setRefused((before) => (before.includes(problem) ? before : [...before, problem].slice(0, REFUSALS_SHOWN))),
      }),
    [log],
  );
  const [running, setRunning] = useState<Running | null>(null);
  const crm = record?.crm ?? null;
  useEffect(() => {
    const ends = new Set<() => void>();
    const addAlert = session.alerts.add;
    const action = createExtensionActions({
      atTheEnd: (end) => ends.add(end),
      record: record ?? null,
      navigation,
      addAlert,
      closeOverlay: overlays.close,
    });
    const { bundleUrl } = extension;
    const host = startExtension({ bundleUrl, context, crm, location, log, fetch: session.fetch, action });
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
      for (const end of ends) end();
      host.stop();
    };
    // Everything else is stable for as long as the context is.
  }, [extension, context, crm]);

  const host = running === null || running.state === 'failed' ? null : running.host;
  useEffect(() => host?.navigate(location), [host, location]);

  return (
    <OverlaysContext.Provider value={overlays}>
      <div className="card-body" data-card={extension.uid} data-state={running?.state ?? 'starting'}>
        {running?.state === 'failed' && (
          <div className="refusal" role="note">
            {running.reason}
          </div>
        )}
        {refused.map((problem) => (
          <div key={problem} className="refusal" role="note">
            {problem}
          </div>
        ))}
        {host !== null && <RemoteRenderer controller={controller} receiver={host.receiver} />}
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
