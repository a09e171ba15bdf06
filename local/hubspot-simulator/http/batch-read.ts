import type { BatchResponseSimplePublicObjectWithErrors } from '@hubspot/api-client/lib/codegen/crm/deals/models/BatchResponseSimplePublicObjectWithErrors.js';
import { Hono } from 'hono';
import * as z from 'zod';
import { invalid } from '../problem.ts';
import type { SimDeal } from '../portal/deal-state.ts';
import type { Account } from './account.ts';
import { parseBody } from './read-body.ts';
import { isoOf, type Wire, wireDeal } from './wire.ts';

const INPUTS_MAX = 100;
const INPUTS_WITH_HISTORY_MAX = 50;
const schema = z.object({
  inputs: z.array(z.object({ id: z.coerce.string() })).min(1),
  properties: z.array(z.string()).default([]),
  propertiesWithHistory: z.array(z.string()).default([]),
});

/** `POST /crm/v3/objects/deals/batch/read`: 200 when every id is found, 207 when some are missing. */
export function batchReadRoute({ table, limits }: Account, now: () => number): Hono {
  return new Hono().post('/', async (context) => {
    const wanted = await parseBody(context, schema);
    const startedAt = isoOf(now());
    checkSize(wanted.inputs.length, wanted.propertiesWithHistory.length > 0);
    const archived = context.req.query('archived') === 'true';

    const found = new Map<string, SimDeal>();
    const missing: string[] = [];
    for (const { id } of wanted.inputs) {
      const deal = table.find(id);
      if (deal !== null && (table.archivedAt(deal.dealId) !== null) === archived) found.set(deal.dealId, deal);
      else missing.push(id);
    }
    const answer = {
      status: 'COMPLETE',
      results: [...found.values()].map((deal) => wireDeal(table, deal, { wanted, revisions: limits.revisions })),
      ...(missing.length > 0 && { numErrors: 1, errors: [notRead(missing)] }),
      startedAt,
      completedAt: isoOf(now()),
    } satisfies Wire<BatchResponseSimplePublicObjectWithErrors>;
    return context.json(answer, missing.length > 0 ? 207 : 200);
  });
}

function checkSize(count: number, hasHistory: boolean): void {
  if (hasHistory && count > INPUTS_WITH_HISTORY_MAX)
    throw invalid(
      'The maximum number of inputs supported in a batch request for property histories is 50. Please reduce the number of items and try again',
    );
  if (count > INPUTS_MAX) throw invalid(`The maximum number of inputs supported in a batch request is ${INPUTS_MAX}.`);
}

const notRead = (ids: readonly string[]) => ({
  status: 'error',
  category: 'OBJECT_NOT_FOUND',
  message: 'Could not get some DEAL objects, they may be deleted or not exist. Check that ids are valid.',
  context: { ids: [...ids] },
  errors: [],
  links: {},
});
