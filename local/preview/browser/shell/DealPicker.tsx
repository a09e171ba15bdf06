import { useEffect, useState } from 'react';
import type { PageConfig, RecordAccount, RecordDeal } from '../../page-config.ts';
import { serverApi } from '../host/server-api.ts';
import { formatProperty } from './format-property.ts';

const SETTLE_MS = 250; // HubSpot allows five searches a second

interface DealPickerProps {
  readonly current: string | null;
  readonly onChoose: (dealId: string) => void;
  readonly config: PageConfig;
  readonly account: RecordAccount;
}

/** Finds another deal, by words of its name or by its id. */
export function DealPicker({ current, onChoose, config, account }: DealPickerProps) {
  const [words, setWords] = useState('');
  const { deals, problem } = useDeals(words);
  const openById = /^\d+$/.test(words.trim()) ? words.trim() : null;
  return (
    <section className="tool" aria-label="Deals">
      <h2>Deals</h2>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (openById !== null) onChoose(openById);
        }}
      >
        <label htmlFor="deal-search">Find by name or id</label>
        <input id="deal-search" className="control" value={words} onChange={(event) => setWords(event.target.value)} />
      </form>
      {problem !== null && <p className="refusal">{problem}</p>}
      <ul className="deal-list">
        {openById !== null && (
          <li>
            <button type="button" onClick={() => onChoose(openById)}>
              Open deal {openById}
            </button>
          </li>
        )}
        {deals.map(({ dealId, properties }) => (
          <li key={dealId}>
            <button
              type="button"
              {...(dealId === current && { 'aria-current': 'true' })}
              onClick={() => onChoose(dealId)}
            >
              <span>{properties['dealname'] || `Deal ${dealId}`}</span>
              <span className="deal-stage">
                {formatProperty(
                  { name: 'dealstage', value: properties['dealstage'] ?? null, all: properties },
                  { config, account },
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useDeals(words: string) {
  const [deals, setDeals] = useState<readonly RecordDeal[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const search = () =>
      serverApi.search(words.trim()).then(
        (found) => {
          if (!isCurrent) return;
          setDeals(found);
          setProblem(null);
        },
        (error: unknown) => isCurrent && setProblem(error instanceof Error ? error.message : String(error)),
      );
    const timer = setTimeout(() => void search(), words === '' ? 0 : SETTLE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [words]);
  return { deals, problem };
}
