import { useSyncExternalStore } from 'react';
import { clearLog, pageLog } from '../host/page-log.ts';

/** What HubSpot shows under "logs" while developing: the cards' logger, refusals, requests that failed. */
export function LogPanel() {
  const entries = useSyncExternalStore(pageLog.subscribe, pageLog.current);
  const troubles = entries.filter(({ level }) => level === 'error' || level === 'warn').length;
  return (
    <footer className="log-panel">
      <details>
        <summary>
          Log ({entries.length}
          {troubles > 0 && `, ${troubles} to look at`})
        </summary>
        <button type="button" className="button button-secondary button-xs" onClick={clearLog}>
          Clear
        </button>
        <ol>
          {entries.map(({ id, level, source, message }) => (
            <li key={id} className={`log-${level}`}>
              <b>{level}</b> {source}: {message}
            </li>
          ))}
        </ol>
      </details>
    </footer>
  );
}
