import type { Context } from 'hono';
import type { Role } from './access.ts';
import type { Caller } from './caller.ts';
import type { Viewer } from './viewer.ts';

export interface ApiEnv {
  readonly Variables: {
    requestId: string;
    caller: Caller;
    /** Null: not an admin, and nobody has asked for the viewer yet. */
    role: Role | null;
    /** Reads owners and settings when the warm process does not have them. */
    viewer: () => Promise<Viewer>;
  };
}

export type ApiContext = Context<ApiEnv>;
