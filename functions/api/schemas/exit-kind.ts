import * as z from 'zod/mini';

export const exitKindSchema = z.enum(['advanced', 'back', 'skipped', 'won', 'lost', 'moved', 'merged', 'deleted']);
