import type { Manager, Settings, VisibilitySettings } from '@deal-stage-insights/shared';
import type { Role } from './access.ts';
import type { Caller } from './caller.ts';
import type { ApiDeps } from './deps.ts';
import { type People, peopleOf } from './people.ts';
import { warm } from './warm-cache.ts';
import type { WarmSettings } from './warm-settings.ts';

/** Who is asking, and what is open to the user. Made from the signed query, HubSpot's owners and the settings; from nothing else. */
export interface Viewer {
  readonly userId: string;
  readonly role: Role;
  /** Null: the user owns no deals. */
  readonly ownerId: string | null;
  /** The teams that HubSpot has the user in, and those below them. */
  readonly teamIds: ReadonlySet<string>;
  /** Teams whose figures the user sees: none as a rep. */
  readonly sees: 'all' | ReadonlySet<string>;
  readonly visibility: VisibilitySettings;
  readonly people: People;
}

export interface Viewers {
  viewerOf(caller: Caller): Promise<Viewer>;
}

const KEPT_MS = 30_000; // Who left a team at HubSpot may look for half a minute longer.

type Deps = Pick<ApiDeps, 'referenceStore' | 'installation' | 'clock'> & Pick<WarmSettings, 'readSettings'>;

/** Owners and settings stay in the warm process for a while: few requests wait for them. */
export function warmViewers({ referenceStore, readSettings, installation, clock }: Deps): Viewers {
  const readPeople = warm(
    async () => peopleOf((await referenceStore.readPeople()) ?? { owners: [], teams: [] }),
    clock,
    KEPT_MS,
  );
  return {
    async viewerOf(caller) {
      const [people, settings] = await Promise.all([readPeople(), readSettings()]);
      return viewer(caller, {
        people,
        adminEmails: installation.adminEmails,
        managers: settings.managers.value,
        visibility: settings.visibility.value,
      });
    },
  };
}

interface Known extends Pick<Settings, 'managers' | 'visibility'> {
  readonly people: People;
  /** Lower case. */
  readonly adminEmails: readonly string[];
}

export function viewer(caller: Caller, { people, adminEmails, managers, visibility }: Known): Viewer {
  const owner = people.ownerOfUser(caller.userId);
  const teamIds = people.withTeamsBelow(owner?.teamIds ?? []);
  const manager = managers.managers.find(({ user }) => user === caller.userId || user === caller.userEmail);
  const isAdmin = isAdminEmail(caller, adminEmails);
  return {
    userId: caller.userId,
    role: isAdmin ? 'admin' : manager === undefined ? 'rep' : 'manager',
    ownerId: owner?.ownerId ?? null,
    teamIds,
    sees: isAdmin ? 'all' : manager === undefined ? new Set() : teamsOf(manager, teamIds, people),
    visibility,
    people,
  };
}

export const isAdminEmail = ({ userEmail }: Caller, adminEmails: readonly string[]): boolean =>
  adminEmails.includes(userEmail);

function teamsOf({ teams }: Manager, own: ReadonlySet<string>, people: People): Viewer['sees'] {
  if (teams === 'all') return 'all';
  return teams === 'own' ? own : people.withTeamsBelow(teams);
}
