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
  'Ada Martin, Ben Keller, Chloe Durand, Daniel Moreau, Emma Fischer, Felix Laurent, Greta Simon, Hugo Bernard, Ines Weber, Jonas Petit, Klara Roux, Leo Meyer';
/** Five reps sell to companies, four in the shop, three to partners. */
const TEAM_SIZES = [5, 4, 3];
const MERITS = [0.45, 0.2, 0, -0.15, -0.4, 0.3, 0.05, -0.1, -0.3, 0.25, 0, -0.25];
const SHARES = [1.2, 1, 1.1, 0.9, 0.7, 1, 1.2, 0.8, 1, 1, 1.1, 0.6];

export function someReps(pipelineIds: readonly string[]): readonly Rep[] {
  return NAMES.split(', ').map((name, place) => {
    const team = TEAM_SIZES.findIndex((_, upTo) => place < TEAM_SIZES.slice(0, upTo + 1).reduce((a, b) => a + b, 0));
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
      merit: MERITS[place] ?? 0,
      share: SHARES[place] ?? 1,
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
