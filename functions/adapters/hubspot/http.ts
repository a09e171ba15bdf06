import type * as z from 'zod/mini';
import { AppError, DailyLimitError } from '../../errors.ts';
import type { SecretSource } from '../../ports/secret-source.ts';
import { openDailyCalls } from './daily-calls.ts';
import { HubSpotAnswerError, isDailyLimit, isPassing, toAppError } from './hubspot-error.ts';
import { type Gate, openGate } from './pace.ts';
import type { Timing } from './timing.ts';

const ANSWER_WITHIN_MS = 15_000;
const ANSWER_BYTES_MAX = 32 * 1024 * 1024; // Fifty deals with all their history take less than 2 MB.
const WAIT_MS_MAX = 10_000; // The longest interval that a limit of HubSpot has, but for the daily one.

export interface HttpOptions {
  readonly baseUrl: string;
  readonly secrets: SecretSource;
  readonly timing: Timing;
  /** How long a call may be repeated while HubSpot is busy or down. */
  readonly retryForMs: number;
  /** How long a whole answer may take, its body included. */
  readonly answerWithinMs?: number;
  /** Share of the account's rate that these calls may take (0–1); the rest is left to live work. */
  readonly rateShare: number;
  /** Share of the account's calls of a day that is left to more urgent work (0–1). */
  readonly dailyReserve?: number;
}

interface HubSpotCall {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

export interface HubSpotHttp {
  /** Answers what HubSpot said, parsed. Only for calls that may be repeated. Throws `AppError`. */
  call<T>(schema: z.ZodMiniType<T>, call: HubSpotCall): Promise<T>;
}

/** HubSpot's API: token, pace, repeats and time limits in one place. */
export function hubspotHttp(options: HttpOptions): HubSpotHttp {
  const { secrets, timing, rateShare, answerWithinMs = ANSWER_WITHIN_MS } = options;
  // An account has five searches a second; a little more than a second, as calls do not travel equally fast.
  // The other rate is that of the smallest plan, until the first answer says otherwise.
  const gates = {
    search: openGate({ calls: 5, intervalMs: 1020 }, timing),
    other: openGate({ calls: Math.floor(100 * rateShare), intervalMs: 10_000 }, timing),
  };

  const dailyCalls = openDailyCalls(options.dailyReserve ?? 0, timing.clock);

  const gateOf = ({ path }: HubSpotCall): Gate => (path.endsWith('/search') ? gates.search : gates.other);

  const send = async (call: HubSpotCall, token: string): Promise<unknown> => {
    if (dailyCalls.areKeptForOthers()) throw new DailyLimitError();
    await gateOf(call).enter();
    const response = await fetch(`${options.baseUrl}${call.path}`, {
      method: call.method,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json', 'content-type': 'application/json' },
      redirect: 'error', // The token goes nowhere else.
      signal: AbortSignal.timeout(answerWithinMs),
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    });
    learnPace(gates.other, response.headers, options);
    dailyCalls.learn(response.headers);
    if (!response.ok) {
      const problem: unknown = await textOf(response)
        .then(JSON.parse)
        .catch(() => null);
      throw new HubSpotAnswerError(nameOf(call), response, problem);
    }
    const answer: unknown = JSON.parse(await textOf(response)); // A body that is cut off throws here, and may be whole the next time.
    return answer;
  };

  const sendWithToken = async (call: HubSpotCall): Promise<unknown> => {
    try {
      return await send(call, tokenOf(await secrets.read()));
    } catch (error) {
      if (!(error instanceof HubSpotAnswerError) || error.status !== 401) throw error;
      return await send(call, tokenOf(await secrets.readAgain()));
    }
  };

  return {
    async call(schema, call) {
      const giveUpAt = timing.clock.now() + options.retryForMs;
      for (let attempt = 0; ; attempt += 1) {
        try {
          return parseAnswer(schema, call, await sendWithToken(call));
        } catch (error) {
          if (error instanceof AppError) throw error;
          const waitMs = waitAfter(error, attempt);
          if (!mayPass(error) || isDailyLimit(error) || timing.clock.now() + waitMs > giveUpAt)
            throw toAppError(error, waitMs);
          // What HubSpot says to one call holds for all: the others wait with it.
          if (isTooMany(error)) gateOf(call).closeUntil(timing.clock.now() + waitMs);
          await timing.wait(waitMs);
        }
      }
    },
  };
}

/** Without a time to wait: a smaller question may have a smaller answer. */
async function textOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > ANSWER_BYTES_MAX)
      throw new AppError('upstream-unavailable', 'HubSpot answered more than is read at once.');
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

/** A failure to connect, a time-out or a broken answer may pass as well as HubSpot's own. */
const mayPass = (error: unknown): boolean => !(error instanceof HubSpotAnswerError) || isPassing(error.status);

const isTooMany = (error: unknown): boolean => error instanceof HubSpotAnswerError && error.status === 429;

function waitAfter(error: unknown, attempt: number): number {
  const backOffMs = Math.min(WAIT_MS_MAX, (isTooMany(error) ? 1000 : 250) * 2 ** attempt);
  return error instanceof HubSpotAnswerError ? Math.max(backOffMs, error.retryAfterMs) : backOffMs;
}

/** HubSpot says with its answers what the account may ask, and how much of it is left: by whomever it was used. */
function learnPace(gate: Gate, headers: Headers, { rateShare, timing }: HttpOptions): void {
  const numberIn = (name: string) => Number(headers.get(`x-hubspot-ratelimit-${name}`) ?? Number.NaN);
  const max = numberIn('max');
  const intervalMs = numberIn('interval-milliseconds');
  if (!(max >= 1 && intervalMs >= 1)) return;
  const calls = Math.max(1, Math.floor(max * rateShare));
  gate.setPace({ calls, intervalMs });
  // Live work takes from what is left to it; when half of that is gone there is a lot of it.
  const isOthersTurn = numberIn('remaining') < (max - calls) / 2;
  if (isOthersTurn) gate.closeUntil(timing.clock.now() + intervalMs / 10);
}

function tokenOf({ accessToken }: { readonly accessToken: string | null }): string {
  if (accessToken === null) throw new AppError('internal', 'The access token of the HubSpot app is not configured.');
  return accessToken;
}

function parseAnswer<T>(schema: z.ZodMiniType<T>, call: HubSpotCall, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const cause = new Error(`${nameOf(call)} was answered in an unknown form: ${places.slice(0, 5).join('; ')}`);
  throw new AppError('upstream-unavailable', 'HubSpot answered in an unknown form.', { cause });
}

const nameOf = ({ method, path }: HubSpotCall): string => `${method} ${path.split('?')[0]}`;
