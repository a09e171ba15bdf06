import type { FaultAnswer, Faults, Simulator } from '../../../local/hubspot-simulator/options.ts';
import type { WebhookEvent } from '../../../local/hubspot-simulator/webhooks/events.ts';

export interface Token {
  valid: string;
  isRevoked: boolean;
}

/** A failure of one answer, or none. Most of them pass when the call is repeated. */
export function faultOf(random: () => number): { readonly name: string; readonly answer: FaultAnswer } | null {
  const kind = random();
  if (kind < 0.04) {
    const status = [429, 500, 502, 503, 524][Math.floor(random() * 5)] ?? 500;
    return { name: String(status), answer: { instead: { status, body: '<html>no JSON</html>' } } };
  }
  if (kind < 0.06) return { name: 'cut before the answer', answer: { cut: 'before-answer' } };
  if (kind < 0.08) return { name: 'cut in the body', answer: { cut: 'in-the-body' } };
  if (kind < 0.1) return { name: 'slow', answer: { delayMs: 100 + Math.floor(random() * 200) } };
  if (kind < 0.102) return { name: 'dribbling', answer: { dribbleMs: 1_000 } };
  return null;
}

/** Events are lost, doubled, and held back until later ones have gone. */
export function unreliable(random: () => number): NonNullable<Faults['beforeDelivery']> {
  const heldBack: WebhookEvent[] = [];
  return (events) => {
    const sent = heldBack.splice(0);
    for (const event of events) {
      const kind = random();
      if (kind < 0.25) continue;
      if (kind < 0.45) heldBack.push(event);
      if (kind > 0.35) sent.push(event);
    }
    return [sent, random() < 0.2 ? sent : []];
  };
}

/** Now and then an admin revokes the token, and some time later puts another into its place. Answers whether it was revoked. */
export function changeToken(hubspot: Simulator, token: Token, random: () => number): boolean {
  if (token.isRevoked && random() < 0.5) {
    token.isRevoked = false;
    token.valid = `token-${Math.floor(random() * 1e9)}`;
    hubspot.replaceAccessToken(token.valid);
  } else if (!token.isRevoked && random() < 0.05) {
    token.isRevoked = true;
    hubspot.replaceAccessToken(null);
    return true;
  }
  return false;
}
