import * as z from 'zod/mini';

/** HubSpot's own ids are numbers; a loaded history may have others. */
export const DEAL_ID = /^\P{Cc}{1,200}$/u;
export const dealIdSchema = z.string().check(z.regex(DEAL_ID));
