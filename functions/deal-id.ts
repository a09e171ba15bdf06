import * as z from 'zod';

/** HubSpot's own ids are numbers; a loaded history may have others. */
export const dealIdSchema = z.string().regex(/^\P{Cc}{1,200}$/u);
