import { DEFAULT_SETTINGS, type Manager } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { peopleOf } from '../../../functions/api/people.ts';
import { viewer } from '../../../functions/api/viewer.ts';

/** Europe holds North, which holds Harbour; South stands alone. Owner 2 of North left; owner 3 is of Harbour. */
const PEOPLE = peopleOf({
  owners: [
    { ownerId: '1', userId: '901', teamIds: ['north'], isArchived: false },
    { ownerId: '2', userId: null, teamIds: ['north'], isArchived: true },
    { ownerId: '3', userId: '903', teamIds: ['harbour', 'south'], isArchived: false },
    { ownerId: '4', userId: '904', teamIds: [], isArchived: false },
  ],
  teams: [
    { teamId: 'europe', label: 'Europe', parentTeamId: null },
    { teamId: 'north', label: 'North', parentTeamId: 'europe' },
    { teamId: 'harbour', label: 'Harbour', parentTeamId: 'north' },
    { teamId: 'south', label: 'South', parentTeamId: null },
  ],
});

const seenBy = (userId: string, userEmail: string, managers: readonly Manager[] = []) =>
  viewer(
    { userId, userEmail },
    {
      people: PEOPLE,
      adminEmails: ['boss@example.com'],
      managers: { managers },
      visibility: DEFAULT_SETTINGS.visibility,
    },
  );

describe('viewer', () => {
  it('is an admin by the e-mail addresses of the deployment, whatever the settings say', () => {
    const own = { user: 'boss@example.com', teams: 'own' } as const;

    expect(seenBy('904', 'boss@example.com', [own])).toMatchObject({ role: 'admin', ownerId: '4', sees: 'all' });
  });

  it.each(['901', 'ann@example.com'])('is a manager where the settings name %s', (user) => {
    const { role, sees } = seenBy('901', 'ann@example.com', [{ user, teams: ['europe'] }]);

    expect(role).toBe('manager');
    expect([...(sees as ReadonlySet<string>)].toSorted()).toEqual(['europe', 'harbour', 'north']);
  });

  it('sees as a manager of the own teams those that HubSpot has the user in, and those below', () => {
    const { sees } = seenBy('901', 'ann@example.com', [{ user: '901', teams: 'own' }]);

    expect([...(sees as ReadonlySet<string>)].toSorted()).toEqual(['harbour', 'north']);
    expect(seenBy('999', 'x@example.com', [{ user: '999', teams: 'own' }]).sees).toEqual(new Set());
  });

  it('is a rep who sees no team otherwise, also when HubSpot knows no such user', () => {
    expect(seenBy('903', 'carl@example.com')).toMatchObject({ role: 'rep', ownerId: '3', sees: new Set() });
    expect(seenBy('999', 'x@example.com')).toMatchObject({ role: 'rep', ownerId: null, teamIds: new Set() });
  });

  it('never takes an owner id for a user id', () => {
    expect(seenBy('1', 'x@example.com', [{ user: '901', teams: 'all' }])).toMatchObject({ role: 'rep', ownerId: null });
  });
});

describe('peopleOf', () => {
  it('counts to a team who is in one below it, and who has left', () => {
    expect(PEOPLE.ownersOfTeam('europe')).toEqual(new Set(['1', '2', '3']));
    expect(PEOPLE.ownersOfTeam('south')).toEqual(new Set(['3']));
    expect(PEOPLE.ownersOfTeam('nowhere')).toEqual(new Set());
  });

  it('ends where teams are below each other', () => {
    const team = (teamId: string, parentTeamId: string) => ({ teamId, label: teamId, parentTeamId });
    const ring = peopleOf({ owners: [], teams: [team('a', 'b'), team('b', 'a')] });

    expect(ring.withTeamsBelow(['a'])).toEqual(new Set(['a', 'b']));
  });
});
