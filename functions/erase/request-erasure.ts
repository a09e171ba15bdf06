import type { EraseRequest, Erasure } from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { ErasureStore, KeptErasure } from '../ports/erasure-store.ts';
import { type DealTraces, eraseDealTraces } from './erase-deal.ts';
import { eraseUser, type EraseUserDeps } from './erase-user.ts';

export interface RequestErasureDeps extends DealTraces, EraseUserDeps {
  readonly erasures: Pick<ErasureStore, 'read' | 'store'>;
  readonly clock: Clock;
  readonly portalId: string;
}

interface Asked {
  readonly request: EraseRequest;
  readonly userId: string;
}

/**
 * Writes down what is to be erased; the schedule works on it until nothing is left. A deal is unseen from now on. The mark
 * is stored first: should this call break, the schedule does the rest. Asked again, it answers how far it is. A user is gone
 * when this answers, and no note of it stays: it would name the user.
 */
export async function requestErasure(deps: RequestErasureDeps, { request, userId }: Asked): Promise<Erasure> {
  if (request.scope === 'portal' && request.portalId !== deps.portalId) {
    throw new AppError('invalid-request', 'The account named is not the one that this installation serves.');
  }
  if (request.scope === 'user') {
    const itemsRemoved = await eraseUser(deps, { user: request.user, askedByUserId: userId });
    const now = deps.clock.now();
    return { scope: 'user', dealId: null, askedAt: now, askedByUserId: userId, finishedAt: now, itemsRemoved };
  }
  const dealId = request.scope === 'deal' ? request.dealId : null;
  const known = await deps.erasures.read({ scope: request.scope, dealId });
  const erasure: KeptErasure = known ?? {
    scope: request.scope,
    dealId,
    askedAt: deps.clock.now(),
    askedByUserId: userId,
    finishedAt: null,
    itemsRemoved: 0,
    cleanSince: null,
  };
  if (known === null) await deps.erasures.store(erasure);
  if (dealId !== null) await eraseDealTraces(deps, dealId);
  const { cleanSince: _cleanSince, ...answer } = erasure;
  return answer;
}
