import { bodyLimit } from 'hono/body-limit';
import { AppError } from '../../errors.ts';

const MAX_BYTES = 64 * 1024; // Our largest request is a page of settings, a few KB; HubSpot itself stops at 1 MB.

export const limitBody = () =>
  bodyLimit({
    maxSize: MAX_BYTES,
    onError: () => {
      throw new AppError('too-large', `The request's body is larger than ${MAX_BYTES} bytes.`);
    },
  });
