import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Context } from 'aws-lambda';
import type { Clock } from '../../functions/ports/clock.ts';
import { gatewayEvent } from './gateway-event.ts';
import { lambdaContext } from './lambda-context.ts';
import { type Listening, listenLocally } from '../listen-locally.ts';

/** The part of an answer that HTTP APIs use, whichever library made it. */
interface HttpResult {
  readonly statusCode?: number | undefined;
  readonly headers?: Readonly<Record<string, string | number | boolean | readonly string[]>> | undefined;
  readonly cookies?: readonly string[] | undefined;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean | undefined;
}

/** A function takes its event as AWS hands it over: as JSON text. */
export interface HttpFunction {
  readonly functionName: string;
  readonly invoke: (eventJson: string, context: Context) => Promise<HttpResult>;
}

export interface HttpHostOptions {
  readonly clock: Clock;
  /** The function that answers a path. */
  readonly routeTo: (path: string) => HttpFunction;
  readonly onFailure: (error: unknown) => void;
}

/** Stands where API Gateway stands: turns requests into its events, and answers of functions into responses. */
export async function startHttpHost(options: HttpHostOptions): Promise<Listening> {
  const server = createServer((request, response) => {
    void answer(options, request, response).catch((error: unknown) => {
      options.onFailure(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'application/json' }).end('{"message":"Internal Server Error"}');
    });
  });
  return listenLocally(server);
}

async function answer(
  { clock, routeTo }: HttpHostOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const event = gatewayEvent(request, { body: await buffer(request), at: clock.now() });
  const { functionName, invoke } = routeTo(event.rawPath);
  const result = await invoke(JSON.stringify(event), lambdaContext(functionName));
  const { statusCode = 200, headers = {}, cookies = [], body = '', isBase64Encoded = false } = result;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies.length > 0) response.setHeader('set-cookie', [...cookies]);
  response.writeHead(statusCode).end(isBase64Encoded ? Buffer.from(body, 'base64') : body);
}
