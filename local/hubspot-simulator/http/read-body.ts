import type { Context } from 'hono';
import * as z from 'zod';
import { invalid } from '../problem.ts';

export async function jsonBody(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    throw invalid('Invalid input JSON.');
  }
}

export async function parseBody<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await jsonBody(context));
  if (!parsed.success) throw invalid(`Invalid input JSON: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Property values arrive as text, numbers or booleans, and are kept as text. */
export const propertiesSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((value) => (value === null ? '' : String(value))),
);

/** `?properties=a,b&properties=c` */
export function listParameter(context: Context, name: string): readonly string[] {
  return (context.req.queries(name) ?? []).flatMap((list) => list.split(',')).filter((entry) => entry !== '');
}

export function limitParameter(context: Context, { byDefault, max }: { byDefault: number; max: number }): number {
  const text = context.req.query('limit') ?? String(byDefault);
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > max) throw invalid(`limit must be between 1 and ${max}.`);
  return limit;
}
