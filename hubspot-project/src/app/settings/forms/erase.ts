import type { EraseRequest } from '@deal-stage-insights/shared';

export const ERASE_SCOPES = ['deal', 'user', 'portal'] as const satisfies readonly EraseRequest['scope'][];

/** What is to be erased; null while it is not named as the backend wants it. The account is named by its own id, and no other. */
export function eraseRequest(scope: EraseRequest['scope'], named: string, portalId: string): EraseRequest | null {
  const name = named.trim();
  switch (scope) {
    case 'deal':
      return /^\d{1,20}$/.test(name) ? { scope, dealId: name } : null;
    case 'user':
      return name === '' ? null : { scope, user: name };
    case 'portal':
      return name === portalId ? { scope, portalId } : null;
  }
}
