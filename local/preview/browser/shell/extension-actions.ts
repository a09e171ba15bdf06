import type { Navigation } from '../components/navigation.ts';
import type { CrmPropertyStore } from '../host/crm-properties.ts';
import type { CrmProperties } from '../host/protocol.ts';
import type { PageTarget } from './places.ts';

/** The record that a card stands in. */
export interface RecordParts {
  readonly crm: CrmPropertyStore;
  readonly refresh: () => Promise<void>;
}

interface ActionParts {
  readonly record: RecordParts | null;
  /** Takes what ends a watch of the record, to be called when the extension goes. */
  readonly atTheEnd: (end: () => void) => void;
  readonly navigation: Navigation;
  readonly addAlert: (alert: unknown) => void;
  readonly closeOverlay: (id: string) => void;
}

type Actions = Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>>;

/** The actions of `useExtensionActions()`: those of every place, and those of a record. */
export function createExtensionActions({ record, atTheEnd, navigation, addAlert, closeOverlay }: ActionParts) {
  const actions: Actions = {
    addAlert: async (alert) => addAlert(alert),
    closeOverlay: async (id) => closeOverlay(String(id)),
    reloadPage: async () => window.location.reload(),
    copyTextToClipboard: async (text) => navigator.clipboard.writeText(String(text)),
    navigateToPage: async (target) => navigation.go(navigation.addressOfPage(pageTargetIn(target))),
    openIframeModal: async () => {
      throw new Error('openIframeModal: permittedUrls.iframe of app-hsmeta.json lists no address.');
    },
    ...(record !== null && recordActions(record, atTheEnd)),
  };
  return async (name: string, args: readonly unknown[]): Promise<unknown> => {
    const action = actions[name];
    if (action === undefined) throw new Error(`The action ${name} is not part of this preview.`);
    return action(...args);
  };
}

const recordActions = ({ crm, refresh }: RecordParts, atTheEnd: ActionParts['atTheEnd']): Actions => ({
  refreshObjectProperties: refresh,
  fetchCrmObjectProperties: (names) => crm.fetch(namesIn(names, crm)),
  onCrmPropertiesUpdate: async (names, callback) => {
    if (isListener(callback)) atTheEnd(crm.subscribe(namesIn(names, crm), callback));
  },
});

const namesIn = (names: unknown, crm: CrmPropertyStore): readonly string[] =>
  Array.isArray(names) ? names.map(String) : Object.keys(crm.current());

const isListener = (callback: unknown): callback is (properties: CrmProperties) => void =>
  typeof callback === 'function';

function pageTargetIn(target: unknown): PageTarget {
  const to: unknown = Reflect.get(Object(target), 'to');
  if (typeof to !== 'string') throw new Error("navigateToPage needs an object with the path 'to'.");
  const params = Object.entries(Object(Reflect.get(Object(target), 'params')));
  return { to, params: Object.fromEntries(params.map(([name, value]) => [name, String(value)])) };
}
