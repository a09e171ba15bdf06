import { askApi, type Failure, pathOf } from '@deal-stage-insights/ui';
import { useExtensionContext } from '@hubspot/ui-extensions';
import { useState } from 'react';

interface Note {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** After the deal's own path. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

const IDLE = { isSending: false, failure: null } as const;

/** Sends what a reader notes of the deal. `send` says whether it was kept; if not, `failure` says why. */
export function useNote(dealId: string) {
  const { variables } = useExtensionContext<'crm.record.tab'>();
  const [state, setState] = useState<{ readonly isSending: boolean; readonly failure: Failure | null }>(IDLE);
  const send = async ({ path, ...note }: Note): Promise<boolean> => {
    setState({ ...IDLE, isSending: true });
    const answer = await askApi(variables?.['API_BASE_URL'], {
      ...note,
      path: `${pathOf`/v1/deals/${dealId}/`}${path}`,
      parse: () => null, // What was noted is read with the insights.
    });
    if (answer.kind === 'data') setState(IDLE);
    else setState({ ...IDLE, failure: answer.kind === 'failed' ? answer : GONE });
    return answer.kind === 'data';
  };
  return { ...state, send };
}

/** Not open to the reader any more, or not there any more: asking again shows which. */
const GONE: Failure = { reason: 'conflict', requestId: null, errors: [] };
