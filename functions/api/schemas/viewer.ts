import * as z from 'zod';

export const viewerAnswerSchema = z.object({
  role: z.enum(['admin', 'manager', 'rep']),
  ownerId: z.string().nullable(),
  teams: z.array(z.object({ teamId: z.string(), label: z.string() })),
  seesNames: z.boolean(),
  teamReports: z.array(z.string()).nullable(),
});
