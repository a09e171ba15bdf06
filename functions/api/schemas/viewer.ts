import * as z from 'zod/mini';

export const viewerAnswerSchema = z.object({
  role: z.enum(['admin', 'manager', 'rep']),
  ownerId: z.nullable(z.string()),
  teams: z.array(z.object({ teamId: z.string(), label: z.string() })),
  seesNames: z.boolean(),
  teamReports: z.nullable(z.array(z.string())),
});
