import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../hubspot-project/src/app/packages/ui/index.ts';
import {
  type Load,
  type LoadEvent,
  nothingLoaded,
  reduceLoad,
} from '../../../../hubspot-project/src/app/packages/ui/load/load.ts';

const after = (...events: readonly LoadEvent<number>[]): Load<number> =>
  events.reduce<Load<number>>((load, event) => reduceLoad(load, event), nothingLoaded);
const ask = (question: string): LoadEvent<number> => ({ type: 'ask', question });
const answer = (request: number, answered: Answer<number>): LoadEvent<number> => ({
  type: 'answer',
  request,
  answer: answered,
});
const good: Answer<number> = { kind: 'data', data: 7 };
const failed: Answer<number> = { kind: 'failed', reason: 'unreachable', requestId: 'req-7', errors: [] };

describe('reduceLoad', () => {
  it('never shows the figures of one question under another', () => {
    expect(after(ask('a'), answer(1, good), ask('b')).shown).toEqual({ status: 'loading' });
  });

  it('drops an answer to an older request', () => {
    expect(after(ask('a'), ask('b'), answer(1, good))).toMatchObject({ isAsking: true, shown: { status: 'loading' } });
  });

  it('keeps good figures through a failure, and forgets the failure with the next good answer', () => {
    const broken = [ask('a'), answer(1, good), { type: 'ask-again' }, answer(2, failed)] as const;

    expect(after(...broken).shown).toMatchObject({ status: 'data', data: 7, lastFailure: { requestId: 'req-7' } });
    expect(after(...broken, { type: 'ask-again' }, answer(3, good)).shown).toMatchObject({ lastFailure: null });
  });

  it('shows that it is loading when a failed screen is asked again', () => {
    expect(after(ask('a'), answer(1, failed), { type: 'ask-again' }).shown).toEqual({ status: 'loading' });
  });
});
