import { type FormEvent, useState } from 'react';
import type { RecordAccount, RecordDeal } from '../../page-config.ts';
import { serverApi } from '../host/server-api.ts';

interface MoveFormProps {
  readonly account: RecordAccount;
  readonly deal: RecordDeal | null;
  readonly properties: RecordDeal['properties'];
  readonly onChanged: (deal: RecordDeal) => void;
}

/** Changes the deal as a person does on HubSpot's page: the record is written, then the cards hear of it. */
export function MoveForm({ account, deal, properties, onChanged }: MoveFormProps) {
  const [message, setMessage] = useState('');
  if (deal === null) return null;
  const pipeline = account.pipelines.find(({ pipelineId }) => pipelineId === properties['pipeline']);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = new FormData(event.currentTarget);
    const changes = Object.fromEntries(
      ['dealstage', 'amount'].flatMap((name) => {
        const value = wanted.get(name);
        return typeof value !== 'string' || value === (properties[name] ?? '') ? [] : [[name, value]];
      }),
    );
    if (Object.keys(changes).length === 0) return setMessage('Nothing was changed.');
    setMessage('Saving…');
    try {
      onChanged(await serverApi.change(deal.dealId, changes));
      setMessage('Saved.');
    } catch (error) {
      setMessage(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    // A new deal, or a change from elsewhere, starts the form from the values of the record.
    <form
      key={`${deal.dealId} ${properties['dealstage']} ${properties['amount']}`}
      className="move"
      onSubmit={(event) => void submit(event)}
    >
      <h3>Make a move</h3>
      <label htmlFor="move-stage">Deal stage</label>
      <select id="move-stage" name="dealstage" className="control" defaultValue={properties['dealstage'] ?? ''}>
        {pipeline?.stages.map(({ stageId, label }) => (
          <option key={stageId} value={stageId}>
            {label}
          </option>
        ))}
      </select>
      <label htmlFor="move-amount">Amount</label>
      <input
        id="move-amount"
        name="amount"
        inputMode="decimal"
        className="control"
        defaultValue={properties['amount'] ?? ''}
      />
      <button type="submit" className="button button-primary button-md">
        Save
      </button>
      <p role="status">{message}</p>
    </form>
  );
}
