import { describe, expect, it } from 'vitest';
import { limitInFlight } from '../../../local/preview/browser/host/in-flight.ts';

describe('calls of an app in flight', () => {
  it('are twenty at a time, the next is refused, and later ones go out again', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const answer = { status: 200, body: '{}', refusal: null };
    const send = limitInFlight(async () => {
      await released;
      return answer;
    });

    const first = Array.from({ length: 20 }, () => send());
    const oneTooMany = await send();
    release();

    expect(oneTooMany).toMatchObject({ status: 429, refusal: 'More than 20 requests at the same time' });
    expect(await Promise.all(first)).toEqual(Array(20).fill(answer));
    expect(await send()).toEqual(answer);
  });
});
