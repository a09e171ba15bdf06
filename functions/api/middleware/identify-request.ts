import { randomUUID } from 'node:crypto';
import { requestId } from 'hono/request-id';

/** Gives each request an id of our own: one sent by the caller would let him write into our logs. Errors carry it. */
export const identifyRequest = () => requestId({ headerName: '', generator: () => randomUUID() });
