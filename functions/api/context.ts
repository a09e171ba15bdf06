import type { Context } from 'hono';
import type { Role } from './access.ts';
import type { Caller } from './caller.ts';

export interface ApiEnv {
  readonly Variables: {
    requestId: string;
    caller: Caller;
    role: Role;
  };
}

export type ApiContext = Context<ApiEnv>;
