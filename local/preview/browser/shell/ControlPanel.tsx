import type { PageConfig, RecordAccount, RecordDeal } from '../../page-config.ts';
import type { Scenario } from '../host/scenario.ts';
import { MoveForm } from './MoveForm.tsx';

const LOCALES = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'ja-JP'];

interface ControlPanelProps {
  readonly config: PageConfig;
  readonly account: RecordAccount;
  readonly userId: string;
  readonly setUserId: (userId: string) => void;
  readonly locale: string;
  readonly setLocale: (locale: string) => void;
  readonly scenario: Scenario;
  readonly setScenario: (scenario: Scenario) => void;
  readonly deal: RecordDeal | null;
  readonly properties: RecordDeal['properties'];
  readonly onChanged: (deal: RecordDeal) => void;
}

/** What only the preview has: who looks, in which language, with which troubles, and moves of the deal. */
export function ControlPanel(props: ControlPanelProps) {
  const { config, userId, setUserId, locale, setLocale, scenario, setScenario } = props;
  return (
    <section className="tool" aria-label="Preview controls">
      <h2>Preview controls</h2>
      <label htmlFor="preview-user">Act as</label>
      <select id="preview-user" className="control" value={userId} onChange={(event) => setUserId(event.target.value)}>
        {config.users.map((user) => (
          <option key={user.userId} value={user.userId}>
            {user.firstName} {user.lastName} ({user.role})
          </option>
        ))}
      </select>
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
      <div className="choice">
        <input
          id="preview-fail"
          type="checkbox"
          checked={scenario.failNext}
          onChange={(event) => setScenario({ ...scenario, failNext: event.target.checked })}
        />
        <label htmlFor="preview-fail">Fail the next call</label>
      </div>
      {config.readOnly ? <p>A real portal: nothing can be changed from here.</p> : <MoveForm {...props} />}
    </section>
  );
}
