import { DEFAULT_SETTINGS, type Manager } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { LEADERS, namesOthers, requireReport, requireTeamReport } from '../../../functions/api/access.ts';
import { peopleOf } from '../../../functions/api/people.ts';
import { viewer } from '../../../functions/api/viewer.ts';
import { NO_FILTERS } from '../../../functions/rollup/report-question.ts';

const PEOPLE = peopleOf({
  owners: [
    { ownerId: '1', userId: '901', teamIds: ['north'], isArchived: false },
    { ownerId: '2', userId: '902', teamIds: ['north'], isArchived: false },
    { ownerId: '3', userId: '903', teamIds: ['south'], isArchived: false },
  ],
  teams: [],
});
const OF_NORTH: Manager = { user: '901', teams: ['north'] };

const as = (userId: string, { showsNamedReps = false, email = 'someone@example.com' } = {}) =>
  viewer(
    { userId, userEmail: email },
    {
      people: PEOPLE,
      adminEmails: ['boss@example.com'],
      managers: { managers: [OF_NORTH] },
      visibility: { ...DEFAULT_SETTINGS.visibility, showsNamedReps },
    },
  );
const rep = as('902');
const [manager, manager2] = [as('901'), as('901', { showsNamedReps: true })];
const [admin, admin2] = [true, false].map((isClosed) =>
  as('999', { email: 'boss@example.com', showsNamedReps: !isClosed }),
);

const isOpen = (who: typeof rep | undefined, owner: string | null, team: string | null): boolean => {
  if (who === undefined) throw new Error('nobody');
  try {
    requireReport(who, LEADERS, { owner, team });
    return true;
  } catch {
    return false;
  }
};

describe('requireReport', () => {
  it.each([
    // filters            rep    manager named  admin  named
    [null, null, [false, true, true, true, true]],
    ['1', null, [false, true, true, false, true]],
    ['2', null, [true, false, true, false, true]],
    ['3', null, [false, false, false, false, true]],
    ['77', null, [false, false, false, false, true]],
    [null, 'north', [false, true, true, true, true]],
    [null, 'south', [false, false, false, true, true]],
    ['2', 'north', [false, false, true, false, true]],
    ['1', 'south', [false, false, false, false, true]],
  ] as const)('for the owner %s and the team %s', (owner, team, expected) => {
    expect([rep, manager, manager2, admin, admin2].map((who) => isOpen(who, owner, team))).toEqual(expected);
  });

  it('has looks at other reps logged, and none at oneself', () => {
    expect([namesOthers(manager2, { owner: '2' }), namesOthers(manager2, { owner: '1' })]).toEqual([true, false]);
    expect(namesOthers(rep, { owner: null })).toBe(false);
  });
});

describe('requireTeamReport', () => {
  it.each([{ owner: '2' }, { team: 'north' }])(
    'answers what was done about stages for nobody, also where reps are shown by name: %j',
    (about) => {
      const asked = (report: string) => () => admin2 && requireTeamReport(admin2, report, { ...NO_FILTERS, ...about });

      expect(asked('actions')).toThrow('"actions" is about stages');
      expect(asked('stages')).not.toThrow();
    },
  );
});
