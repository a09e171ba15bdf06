import type { ExtensionInfo, PageConfig } from '../../page-config.ts';
import type { PreviewUser } from '../../options.ts';
import type { ExtensionContext } from '../host/protocol.ts';

const DEAL_TYPE_ID = '0-3';

interface Shown {
  readonly extension: ExtensionInfo;
  readonly user: PreviewUser;
  /** The deal that a card stands in; null on app pages and in the settings. */
  readonly dealId: string | null;
}

/** The context of an extension, with the fields that HubSpot gives it in its place. */
export function extensionContext(
  { extension, user, dealId }: Shown,
  { config, locale }: { readonly config: PageConfig; readonly locale: string },
): ExtensionContext {
  const app = { appId: Number(config.appId), appName: config.appName };
  return {
    location: extension.location,
    user: {
      id: Number(user.userId),
      email: user.email,
      emails: [user.email],
      firstName: user.firstName,
      lastName: user.lastName,
      roles: [],
      teams: user.teams.map(({ teamId, name }) => ({ id: Number(teamId), name, teammates: [] })),
      locale: locale.toLowerCase(),
      language: locale.split('-')[0] ?? locale,
      permissions: [],
    },
    portal: { id: Number(config.portalId), timezone: config.timeZone },
    variables: config.variables,
    extension: dealId === null ? app : { ...app, cardTitle: extension.title },
    ...(dealId !== null && { crm: { objectId: objectIdOf(dealId), objectTypeId: DEAL_TYPE_ID } }),
  };
}

/** HubSpot's ids are numbers. Those of a loaded log may be anything, and must not be rounded or lost. */
function objectIdOf(dealId: string): number | string {
  const objectId = Number(dealId);
  return String(objectId) === dealId && Number.isSafeInteger(objectId) ? objectId : dealId;
}
