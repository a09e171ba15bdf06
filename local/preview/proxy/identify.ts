import type { PreviewUser } from '../options.ts';

export interface Identity {
  readonly user: PreviewUser;
  readonly portalId: string;
  readonly appId: string;
}

/** The URL with who is asking, as HubSpot appends it. The rest of the query keeps its place and its escapes. */
export function identifiedUrl(requestUri: string, { user, portalId, appId }: Identity): string {
  const [beforeHash = ''] = requestUri.split('#');
  const identity = Object.entries({ userId: user.userId, portalId, userEmail: user.email, appId })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return `${beforeHash}${beforeHash.includes('?') ? '&' : '?'}${identity}`;
}
