import type { ReactNode } from 'react';
import type { PageConfig } from '../../page-config.ts';
import type { Session } from './use-session.ts';

const LOCALES = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'ja-JP'];

interface ControlPanelProps {
  readonly config: PageConfig;
  readonly session: Session;
  readonly children?: ReactNode;
}

/** What only the preview has: who looks, in which language, with which troubles. */
export function ControlPanel({ config, session, children }: ControlPanelProps) {
  const { user, setUserId, locale, setLocale, scenario, setScenario } = session;
  return (
    <section className="tool" aria-label="Preview controls">
      <h2>Preview controls</h2>
      <div className="tool-fields">
        <div>
          <span className="tool-name">Portal</span>
          <span className="tool-value">{config.portalId}</span>
        </div>
        <div>
          <label htmlFor="preview-user">Act as</label>
          <select
            id="preview-user"
            className="control"
            value={user?.userId ?? ''}
            onChange={(event) => setUserId(event.target.value)}
          >
            {config.users.map((candidate) => (
              <option key={candidate.userId} value={candidate.userId}>
                {candidate.firstName} {candidate.lastName} ({candidate.role})
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="preview-locale">Language and region</label>
          <select
            id="preview-locale"
            className="control"
            value={locale}
            onChange={(event) => setLocale(event.target.value)}
          >
            {[...new Set([config.locale, ...LOCALES])].map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="preview-latency">Added latency</label>
          <select
            id="preview-latency"
            className="control"
            value={scenario.latencyMs}
            onChange={(event) => setScenario({ ...scenario, latencyMs: Number(event.target.value) })}
          >
            {[0, 300, 1_000, 5_000].map((ms) => (
              <option key={ms} value={ms}>
                {ms === 0 ? 'none' : `${ms} ms`}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="preview-fail">Next call</label>
          <select
            id="preview-fail"
            className="control"
            value={scenario.failures}
            onChange={(event) => setScenario({ ...scenario, failures: failuresIn(event.target.value) })}
          >
            <option value={0}>works</option>
            <option value={1}>fails once, is repeated</option>
            <option value={2}>fails, also repeated</option>
          </select>
        </div>
      </div>
      {children}
    </section>
  );
}

const failuresIn = (value: string) => ([0, 1, 2] as const).find((count) => String(count) === value) ?? 0;
