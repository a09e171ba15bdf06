import * as z from 'zod/mini';
import { AppError } from '../errors.ts';
import type { Installation } from './deps.ts';

/** Who is asking, as HubSpot signed it. `userId` is HubSpot's user, never an owner. */
export interface Caller {
  readonly userId: string;
  readonly userEmail: string;
}

/** Exactly one value: a second one may have been put into the address by the page, before HubSpot appended its own. */
const once = <T extends z.ZodMiniType>(value: T) =>
  z.pipe(
    z.tuple([value]),
    z.transform(([only]) => only),
  );

const digits = z.string().check(z.regex(/^\d+$/));
const identitySchema = z.object({
  userId: once(digits),
  userEmail: once(z.string().check(z.minLength(3))),
  portalId: once(digits),
  appId: once(digits),
});

/** Reads the caller from a query whose signature has been verified. Nothing else in a request may say who is asking. */
export function parseCaller(
  query: Readonly<Record<string, readonly string[]>>,
  { portalId, appId }: Pick<Installation, 'portalId' | 'appId'>,
): Caller {
  const parsed = identitySchema.safeParse(query);
  if (!parsed.success) {
    throw new AppError('unauthorized', 'The address must say once, and only once, who is asking: HubSpot adds it.');
  }
  const identity = parsed.data;
  if (identity.portalId !== portalId || identity.appId !== appId) {
    throw new AppError('forbidden', 'This installation serves another HubSpot account or app.');
  }
  return { userId: identity.userId, userEmail: identity.userEmail.toLowerCase() };
}
