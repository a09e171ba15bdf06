import * as z from 'zod';

/** Of pipelines, stages and teams, as HubSpot gives them. */
export const idSchema = () => z.string().regex(/^\P{Cc}{1,200}$/u, 'must be an id of HubSpot');

export const labelSchema = () => z.string().trim().min(1, 'Write a label.').max(200);

/** HubSpot's internal name of a deal property. */
export const propertySchema = () =>
  z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,249}$/, "Give the property's internal name: small letters, digits and underscores.");

export const valuesSchema = () => z.array(z.string().min(1).max(500)).min(1, 'Name at least one value.').max(50);
