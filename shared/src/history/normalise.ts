import type { EpochMs } from './instant.ts';

/**
 * A stage or owner id as HubSpot sent it, without blanks around it. Empty means unset.
 */
export function idOf(raw: string): string {
  return raw.trim();
}

/**
 * An amount in major units from HubSpot's text. HubSpot prints doubles in full, so the noise of the binary fraction is cut off
 * after three decimals (no currency has more). Empty or unreadable text is null: an amount is unknown, never 0.
 * @example amountOf('0.200000000000000011102230246251565404') // 0.2
 */
export function amountOf(raw: string): number | null {
  const text = raw.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return null;
  const amount = Math.round(Number(text) * 1000) / 1000;
  return Number.isFinite(amount) && Math.abs(amount) < 1e12 ? amount + 0 : null;
}

/**
 * An instant from HubSpot's text: epoch ms, or ISO 8601 with or without a time (a day alone is its start in UTC).
 * Empty or unreadable text is null.
 * @example instantOf('2026-03-31') // 1774915200000
 */
export function instantOf(raw: string): EpochMs | null {
  const text = raw.trim();
  if (looksLikeOurs(text)) return orNull(Date.parse(text));
  if (/^-?\d{5,15}$/.test(text)) return Number(text);
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/.test(text)) return null;
  return orNull(Date.parse(text));
}

/** `2026-03-31T16:00:00.000Z`, which HubSpot nearly always sends: told apart without a search, because there are very many. */
function looksLikeOurs(text: string): boolean {
  return text.length === 24 && text[4] === '-' && text[10] === 'T' && text[19] === '.' && text[23] === 'Z';
}

function orNull(at: number): EpochMs | null {
  return Number.isNaN(at) ? null : at;
}
