import { retain } from '@remote-ui/rpc';
import type { CrmProperties, FormatOptions, HostApi } from '../host/protocol.ts';
import type { PageLocation } from '../shell/places.ts';
import { useExtensionApi } from './card-root.tsx';

type Host = {
  readonly [Name in keyof HostApi]: (...args: Parameters<HostApi[Name]>) => Promise<Awaited<ReturnType<HostApi[Name]>>>;
};

/** The global `hsWorkerAPI`: what the hooks of the SDK are made of. */
export function createWorkerApi(host: Host, useAppPageLocation: () => PageLocation) {
  /** Said in the log too: the hooks of the SDK turn a refusal into a quiet error state. */
  const notHere = (name: string) => () => {
    const message = `${name} is not part of this preview: the product does not use it.`;
    void host.log('error', message);
    return Promise.reject(new Error(message));
  };
  return {
    useExtensionContext: () => useExtensionApi().context,
    useExtensionActions: () => useExtensionApi().actions,
    useExtensionApi,
    useAppPageLocation,
    async fetchCrmProperties(
      names: readonly string[],
      onUpdate: (properties: CrmProperties) => void,
      options: FormatOptions = {},
    ) {
      const { data, cleanup } = await host.fetchCrmProperties(names, onUpdate, options);
      retain(cleanup);
      // Not a real Response: `cleanup` is a function, which JSON could not carry.
      return { json: async () => ({ data, cleanup }) };
    },
    fetchCrmSearch: notHere('useCrmSearch()'),
    fetchAssociations: notHere('useAssociations()'),
    formatCrmProperties: notHere('formatCrmProperties()'),
    fetchHubSpotApi: notHere('fetchHubSpotApi()'),
  };
}

const ACTIONS_EVERYWHERE = [
  'addAlert',
  'reloadPage',
  'openIframeModal',
  'closeOverlay',
  'copyTextToClipboard',
  'navigateToPage',
] as const;
const ACTIONS_OF_RECORDS = ['fetchCrmObjectProperties', 'refreshObjectProperties', 'onCrmPropertiesUpdate'] as const;

type Actions = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

/** The actions that a place has. Every one answers with a promise, because it travels to the page. */
export function createActions(host: Host, location: string): Actions {
  const names = location.startsWith('crm.') ? [...ACTIONS_EVERYWHERE, ...ACTIONS_OF_RECORDS] : ACTIONS_EVERYWHERE;
  return Object.fromEntries(names.map((name) => [name, (...args) => host.action(name, args)]));
}
