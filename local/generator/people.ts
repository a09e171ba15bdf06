import type { PortalSeed, SeedOwner } from '../portal-seed.ts';

/** A rep of the generated portal: how good (log-odds, 0 is average), where, and how many deals beside the others of the team. */
export interface Rep {
  readonly ownerId: string;
  readonly owner: Omit<SeedOwner, 'ownerId' | 'isArchived'>;
  readonly pipelineId: string;
  readonly merit: number;
  readonly share: number;
}

export const TEAMS: PortalSeed['teams'] = [
  { teamId: '501', name: 'Companies' },
  { teamId: '502', name: 'Shop' },
  { teamId: '503', name: 'Partners' },
];

const NAMES =
  'Ada Martin, Ben Keller, Chloe Durand, Daniel Moreau, Emma Fischer, Felix Laurent, Greta Simon, Hugo Bernard, Ines Weber, Jonas Petit, Klara Roux, Leo Meyer, Mia Lambert, Noah Schmidt, Olga Garnier, Paul Wagner, Rosa Faure, Samuel Becker, Tilda Blanc, Ugo Hoffmann, Vera Colin, Willem Noel';

/** How many reps sell to companies, in the shop, and to partners. */
export type TeamSizes = readonly [number, number, number];
const SMALL_TEAMS: TeamSizes = [5, 4, 3];
/** Each with five others beside any one rep, so that bands of teams can be shown. */
export const LARGE_TEAMS: TeamSizes = [9, 7, 6];

const MERITS = [0.45, 0.2, 0, -0.15, -0.4, 0.3, 0.05, -0.1, -0.3, 0.25, 0, -0.25];
const SHARES = [1.2, 1, 1.1, 0.9, 0.7, 1, 1.2, 0.8, 1, 1, 1.1, 0.6];

export function someReps(pipelineIds: readonly string[], sizes: TeamSizes = SMALL_TEAMS): readonly Rep[] {
  const teams = sizes.flatMap((size, team) => Array.from({ length: size }, () => team));
  const names = NAMES.split(', ');
  return teams.map((team, place) => {
    const name = names[place] ?? '';
    const [firstName = '', lastName = ''] = name.split(' ');
    return {
      ownerId: String(70_001 + place),
      owner: {
        userId: String(90_001 + 7 * place),
        email: `${firstName}.${lastName}@example.com`.toLowerCase(),
        firstName,
        lastName,
        teamIds: [TEAMS[team]?.teamId ?? ''],
      },
      pipelineId: pipelineIds[team] ?? '',
      merit: MERITS[place % MERITS.length] ?? 0,
      share: SHARES[place % SHARES.length] ?? 1,
    };
  });
}

export const SOURCES = [
  { source: 'ORGANIC_SEARCH', share: 0.24, merit: 0.1 },
  { source: 'PAID_SEARCH', share: 0.18, merit: -0.25 },
  { source: 'REFERRALS', share: 0.14, merit: 0.5 },
  { source: 'EMAIL_MARKETING', share: 0.16, merit: 0 },
  { source: 'DIRECT_TRAFFIC', share: 0.12, merit: 0.05 },
  { source: 'OFFLINE', share: 0.16, merit: -0.35 },
] as const;
