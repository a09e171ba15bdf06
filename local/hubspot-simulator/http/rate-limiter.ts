import type { Clock } from '../../../functions/ports/clock.ts';
import { portalDay } from '../../../functions/portal-day.ts';
import type { Account } from './account.ts';
import { HubSpotProblem } from '../problem.ts';

const TEN_SECONDS_MS = 10_000;

export interface RateLimiter {
  /** Counts a call, and throws 429 when it is one too many. Answers the headers that go with it. */
  admit(): Readonly<Record<string, string>>;
  /** Search has a limit of its own, and no headers. */
  admitSearch(): void;
}

/** A day's calls are counted anew at midnight in the account's time zone. */
export function createRateLimiter({ limits, seed }: Pick<Account, 'limits' | 'seed'>, clock: Clock): RateLimiter {
  const calls = slidingWindow(limits.perTenSeconds, TEN_SECONDS_MS);
  const searches = slidingWindow(limits.searchPerSecond, 1000);
  let day = '';
  let today = 0;

  const admitDaily = (now: number): void => {
    const current = portalDay(now, seed.timeZone);
    if (current !== day) [day, today] = [current, 0];
    if (today >= limits.perDay) throw tooMany('You have reached your daily limit.', 'DAILY');
    today += 1;
  };

  return {
    admit() {
      const now = clock.now();
      if (!calls.admit(now)) throw tooMany('You have reached your ten_secondly_rolling limit.', 'TEN_SECONDLY_ROLLING');
      admitDaily(now);
      return {
        'x-hubspot-ratelimit-max': String(limits.perTenSeconds),
        'x-hubspot-ratelimit-remaining': String(calls.remaining()),
        'x-hubspot-ratelimit-interval-milliseconds': String(TEN_SECONDS_MS),
        'x-hubspot-ratelimit-daily': String(limits.perDay),
        'x-hubspot-ratelimit-daily-remaining': String(limits.perDay - today),
      };
    },
    admitSearch() {
      const now = clock.now();
      if (!searches.admit(now)) throw tooMany('You have reached your secondly limit.', 'SECONDLY');
      admitDaily(now);
    },
  };
}

const tooMany = (message: string, policyName: string): HubSpotProblem =>
  new HubSpotProblem(429, message, { category: 'RATE_LIMITS', errorType: 'RATE_LIMIT', policyName });

function slidingWindow(max: number, lengthMs: number) {
  const admitted: number[] = [];
  return {
    admit(now: number): boolean {
      while ((admitted[0] ?? now) <= now - lengthMs) admitted.shift();
      if (admitted.length >= max) return false;
      admitted.push(now);
      return true;
    },
    remaining: () => max - admitted.length,
  };
}
