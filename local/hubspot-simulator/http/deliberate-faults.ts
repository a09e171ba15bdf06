import { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import type { FaultAnswer, Faults } from '../options.ts';

/** Before everything else that an answer goes through: failures as the options order them. */
export function deliberateFaults(faults: Faults): MiddlewareHandler {
  return async (context, next) => {
    const { method, path } = context.req;
    const fault = faults.beforeAnswer?.({ method, path }) ?? {};
    if (fault.delayMs !== undefined) await wait(fault.delayMs);
    if (fault.instead !== undefined) {
      const { status, body, headers = {} } = fault.instead;
      return new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });
    }
    await next();
    if (fault.cut !== undefined) context.res = await cutOff(context.res, { at: fault.cut, env: context.env });
    if (fault.dribbleMs !== undefined)
      context.res = new Response(dribbling(await context.res.arrayBuffer(), fault.dribbleMs), context.res);
    return undefined;
  };
}

/** Hangs up. A call within the process has no connection that could be cut: its body breaks in the middle. */
async function cutOff(
  answer: Response,
  { at, env }: { readonly at: NonNullable<FaultAnswer['cut']>; readonly env: unknown },
): Promise<Response> {
  const body = Buffer.from(await answer.arrayBuffer());
  const half = body.subarray(0, Math.ceil(body.length / 2));
  const outgoing: unknown = Reflect.get(Object(env), 'outgoing');
  if (!(outgoing instanceof ServerResponse)) return new Response(brokenAfter(half), answer);
  if (at === 'in-the-body') {
    outgoing.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': body.length });
    await new Promise((sent) => outgoing.write(half, sent));
  }
  outgoing.destroy();
  return new Promise(() => {}); // Nobody is left who waits for the rest.
}

function brokenAfter(half: Uint8Array): ReadableStream<Uint8Array> {
  let hasBegun = false;
  return new ReadableStream({
    pull(controller) {
      if (hasBegun) controller.error(new Error('The connection was cut.'));
      else controller.enqueue(half);
      hasBegun = true;
    },
  });
}

/** One byte at a time, until it is whole or the reader has had enough. */
function dribbling(answer: ArrayBuffer, everyMs: number): ReadableStream<Uint8Array> {
  const hasLeft = new AbortController();
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      await wait(everyMs, undefined, { signal: hasLeft.signal }).catch(() => undefined);
      if (hasLeft.signal.aborted) return;
      controller.enqueue(new Uint8Array(answer.slice(at, at + 1)));
      at += 1;
      if (at >= answer.byteLength) controller.close();
    },
    cancel: () => hasLeft.abort(),
  });
}
