import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openGroups } from '../../../shared/src/analytics/open-groups.ts';

const OTHERS_MIN = 5;
const MONTHS = 4;
const REPS = Array.from({ length: 24 }, (_, place) => `rep-${place}`);

interface Portal {
  /** Reps with deals in play, by month. */
  readonly months: readonly ReadonlySet<string>[];
  readonly teams: readonly { readonly groupId: string; readonly members: ReadonlySet<string> }[];
  readonly asker: string | null;
}

const someReps = fc.subarray(REPS).map((reps) => new Set(reps));
// A pipeline of fewer reps is shown as a whole all the same, as it singles out nobody; teams are closed there: see the last test.
const pipelineReps = fc.subarray(REPS, { minLength: OTHERS_MIN + 1 }).map((reps) => new Set(reps));
const portals: fc.Arbitrary<Portal> = fc.record({
  months: fc.array(pipelineReps, { minLength: MONTHS, maxLength: MONTHS }),
  // Overlapping, equal, empty and nested teams all occur.
  teams: fc
    .array(someReps, { maxLength: 5 })
    .map((teams) => teams.map((members, at) => ({ groupId: `${at}`, members }))),
  asker: fc.option(fc.constantFrom(...REPS.slice(0, 6))),
});

interface Query {
  readonly name: string;
  /** `rep month`, of every rep and month that the answer adds up. */
  readonly cells: ReadonlySet<string>;
}

type Rule = typeof openGroups;

/** Every question about a run of whole months that is answered: of the pipeline always, of a team when it is open in each. */
function allowedQueries({ months, teams, asker }: Portal, rule: Rule): readonly Query[] {
  const open = months.map((all) => rule({ all, groups: teams, ownerId: asker, othersMin: OTHERS_MIN }));
  const runs = months.flatMap((_, from) => months.slice(from).map((_each, more) => ({ from, to: from + more })));
  return runs.flatMap(({ from, to }) => {
    const cellsOf = (isMember: (rep: string) => boolean) =>
      new Set(
        months.flatMap((reps, month) =>
          month < from || month > to ? [] : [...reps].filter(isMember).map((rep) => `${rep} ${month}`),
        ),
      );
    const asked = teams.filter(({ groupId }) => open.slice(from, to + 1).every((groups) => groups.has(groupId)));
    return [
      { name: `pipeline ${from}-${to}`, cells: cellsOf(() => true) },
      ...asked.map(({ groupId, members }) => ({
        name: `team ${groupId} ${from}-${to}`,
        cells: cellsOf((rep) => members.has(rep)),
      })),
    ];
  });
}

/** Takes every two answers from each other, and says whose figures come out when these are too few. */
function attack(portal: Portal, rule: Rule): string | null {
  const queries = allowedQueries(portal, rule);
  for (const one of queries) {
    for (const other of queries) {
      if (one.name.startsWith('pipeline') && other.name.startsWith('pipeline')) continue; // They single out nobody.
      const parts = [true, false].map((isIn) => [...one.cells].filter((cell) => other.cells.has(cell) === isIn));
      for (const cells of parts) {
        const reps = new Set(cells.map((cell) => cell.split(' ')[0]));
        reps.delete(portal.asker ?? '');
        if (reps.size > 0 && reps.size < OTHERS_MIN) return `${one.name} with ${other.name}: ${[...reps].join()}`;
      }
    }
  }
  return null;
}

/** What one might do: look at the size of each team alone. */
const bySizeAlone: Rule = ({ all, groups, ownerId, othersMin }) =>
  new Set(
    groups
      .filter(({ members }) => [...all].filter((rep) => members.has(rep) && rep !== ownerId).length >= othersMin)
      .map(({ groupId }) => groupId),
  );

describe('openGroups', () => {
  it('lets no two answers tell of fewer than five other reps (law L7)', () => {
    fc.assert(
      fc.property(portals, (portal) => {
        expect(attack(portal, openGroups)).toBeNull();
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it('needs more than a look at the size of each group: the attack finds what that gives away', () => {
    const all = new Set(REPS.slice(0, 8));
    const north = { groupId: 'north', members: new Set(REPS.slice(0, 6)) };
    const portal = { months: [all], teams: [north], asker: null };

    expect(attack(portal, bySizeAlone)).toBe('pipeline 0-0 with team north 0-0: rep-6,rep-7');
    expect(attack(portal, openGroups)).toBeNull();
  });

  it('opens what it can: large teams beside each other, and the asker’s own part', () => {
    const team = (groupId: string, from: number, to: number) => ({ groupId, members: new Set(REPS.slice(from, to)) });
    const groups = [team('a', 0, 6), team('b', 6, 12), team('c', 12, 15), team('me', 15, 16)];
    const all = new Set(REPS.slice(0, 21));

    const open = openGroups({ all, groups, ownerId: 'rep-15', othersMin: OTHERS_MIN });

    expect([...open].toSorted()).toEqual(['a', 'b', 'me']);
    expect(openGroups({ all: new Set(REPS.slice(0, 4)), groups, ownerId: null, othersMin: OTHERS_MIN })).toEqual(
      new Set(),
    );
  });
});
