/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

export const DAY_MS = 86_400_000;
