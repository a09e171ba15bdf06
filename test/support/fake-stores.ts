import type { Clock } from '../../functions/ports/clock.ts';
import {
  fakeDeadLetters,
  fakeDealStore,
  fakeQueues,
  fakeReferenceStore,
  fakeStatusStores,
  silentLog,
} from './fakes.ts';

/** All that whoever reads deals at HubSpot writes into, in memory. */
export function fakeStores(clock: Clock) {
  const status = fakeStatusStores();
  return {
    store: fakeDealStore(),
    reference: fakeReferenceStore(),
    rollupQueue: fakeQueues(clock),
    status,
    sync: status,
    deadLetters: fakeDeadLetters(),
    clock,
    log: silentLog,
  };
}
