import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2, Context } from 'aws-lambda';
import type { Clock } from '../../functions/ports/clock.ts';
import { gatewayEvent } from './gateway-event.ts';
import { lambdaContext } from './lambda-context.ts';
import { type Listening, listenLocally } from '../listen-locally.ts';

export type HttpHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyResultV2>;

export interface HttpHostOptions {
  readonly clock: Clock;
  /** The function that answers a path. */
  readonly routeTo: (path: string) => { readonly functionName: string; readonly handler: HttpHandler };
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
  const { functionName, handler } = routeTo(event.rawPath);
  const result = await handler(event, lambdaContext(functionName));
  if (typeof result === 'string') {
    response.writeHead(200, { 'content-type': 'application/json' }).end(result);
    return;
  }
  const { statusCode = 200, headers = {}, cookies = [], body = '', isBase64Encoded = false } = result;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.writeHead(statusCode).end(isBase64Encoded ? Buffer.from(body, 'base64') : body);
}
