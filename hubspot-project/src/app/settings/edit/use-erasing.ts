import { type Erasure, type EraseRequest, parseErasure } from '@deal-stage-insights/shared';
import { askApi, type Failure } from '@deal-stage-insights/ui';
import { useExtensionContext } from '@hubspot/ui-extensions';
import { useState } from 'react';

export type Erasing =
  | { readonly step: 'choosing' }
  /** What is to be erased was named; nothing has been asked for yet. */
  | { readonly step: 'confirming' | 'asking'; readonly request: EraseRequest }
  | { readonly step: 'asked'; readonly erasure: Erasure }
  | { readonly step: 'failed'; readonly failure: Failure };

/** Erases in two steps: what is named first is shown with what it means, and only then asked for. */
export function useErasing() {
  const { variables } = useExtensionContext<'settings'>();
  const [erasing, setErasing] = useState<Erasing>({ step: 'choosing' });
  const erase = async (request: EraseRequest) => {
    setErasing({ step: 'asking', request });
    const answer = await askApi(variables?.['API_BASE_URL'], {
      method: 'POST',
      path: '/v1/erase',
      body: { ...request },
      parse: parseErasure,
    });
    if (answer.kind === 'data') setErasing({ step: 'asked', erasure: answer.data });
    else setErasing({ step: 'failed', failure: answer.kind === 'failed' ? answer : REFUSED });
  };
  return {
    erasing,
    name: (request: EraseRequest) => setErasing({ step: 'confirming', request }),
    keep: () => setErasing({ step: 'choosing' }),
    erase,
  };
}

const REFUSED: Failure = { reason: 'unreachable', requestId: null, errors: [] };
