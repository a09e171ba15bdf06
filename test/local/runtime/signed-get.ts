import { signatureHeaders } from '../../../local/hubspot-simulator/webhooks/sign-request.ts';
import type { Installation } from '../../../local/runtime/variables.ts';

interface Asking {
  readonly backendUrl: string;
  readonly installation: Installation;
  readonly now: number;
  readonly userEmail?: string;
}

/** Asks the backend as HubSpot does for a card: who is asking appended, the public URL signed. */
export function signedGet(
  { backendUrl, installation, now, userEmail = 'ann@example.com' }: Asking,
  path: string,
  method: 'GET' | 'POST' = 'GET',
): Promise<Response> {
  const { publicBaseUrl, portalId, appId, clientSecret } = installation;
  const caller = `userId=9011&portalId=${portalId}&userEmail=${encodeURIComponent(userEmail)}&appId=${appId}`;
  const target = `${path}${path.includes('?') ? '&' : '?'}${caller}`;
  const call = { method, url: publicBaseUrl + target, body: '', sentAt: now };
  return fetch(backendUrl + target, { method, headers: signatureHeaders(call, clientSecret) });
}
