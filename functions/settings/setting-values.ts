import type { FieldFault } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';

/** What a rule of our own says: a code, by which a screen says it in the reader's language, and the English words. */
export const saying = (fault: FieldFault, message: string) => ({ message, params: { fault } });

/** Of pipelines, stages and teams, as HubSpot gives them. */
export const idSchema = () => z.string().check(z.regex(/^\P{Cc}{1,200}$/u, 'must be an id of HubSpot'));

export const labelSchema = () => z.string().check(z.trim(), z.minLength(1, 'Write a label.'), z.maxLength(200));

/** HubSpot's internal name of a deal property. */
export const propertySchema = () =>
  z
    .string()
    .check(
      z.regex(/^[a-z][a-z0-9_]{0,249}$/, "Give the property's internal name: small letters, digits and underscores."),
    );

export const valuesSchema = () =>
  z
    .array(z.string().check(z.minLength(1), z.maxLength(500)))
    .check(z.minLength(1, 'Name at least one value.'), z.maxLength(50));
