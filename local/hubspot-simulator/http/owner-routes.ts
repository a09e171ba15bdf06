import type { PublicOwner } from '@hubspot/api-client/lib/codegen/crm/owners/models/PublicOwner.js';
import { type Context, Hono } from 'hono';
import type { PortalSeed, SeedOwner } from '../../portal-seed.ts';
import { notFound } from '../problem.ts';
import type { Account } from './account.ts';
import { limitParameter } from './read-body.ts';
import { isoOf, type Wire } from './wire.ts';

/** `/crm/v3/owners`. Departed people are found only with `archived=true`; an owner's id is not the user's. */
export function ownerRoutes({ seed }: Account): Hono {
  const isWanted = (context: Context) => {
    const archived = context.req.query('archived') === 'true';
    const email = context.req.query('email');
    return (owner: SeedOwner) => owner.isArchived === archived && (email === undefined || owner.email === email);
  };
  return new Hono()
    .get('/', (context) => {
      const limit = limitParameter(context, { byDefault: 100, max: 500 });
      const owners = seed.owners.filter(isWanted(context));
      const from = Number(context.req.query('after') ?? 0);
      const end = from + limit;
      return context.json({
        results: owners.slice(from, end).map((owner) => wireOwner(owner, seed)),
        ...(end < owners.length && { paging: { next: { after: String(end) } } }),
      });
    })
    .get('/:id', (context) => {
      const id = context.req.param('id');
      const byUser = context.req.query('idProperty') === 'userId';
      const owner = seed.owners
        .filter(isWanted(context))
        .find(({ ownerId, userId }) => (byUser ? userId === id : ownerId === id));
      if (owner === undefined) throw notFound();
      return context.json(wireOwner(owner, seed));
    });
}

function wireOwner(owner: SeedOwner, { teams }: PortalSeed): Wire<PublicOwner> {
  const userId = Number(owner.userId);
  return {
    id: owner.ownerId,
    email: owner.email,
    type: 'PERSON',
    firstName: owner.firstName,
    lastName: owner.lastName,
    ...(!owner.isArchived && { userId }),
    userIdIncludingInactive: userId,
    createdAt: isoOf(0),
    updatedAt: isoOf(0),
    archived: owner.isArchived,
    teams: owner.teamIds.map((id, order) => ({
      id,
      name: teams.find(({ teamId }) => teamId === id)?.name ?? id,
      primary: order === 0,
    })),
  };
}
