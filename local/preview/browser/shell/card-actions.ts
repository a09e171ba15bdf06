import type { CrmPropertyStore } from '../host/crm-properties.ts';
import type { CrmProperties } from '../host/protocol.ts';

interface ActionParts {
  readonly crm: CrmPropertyStore;
  readonly addAlert: (alert: unknown) => void;
  readonly closeOverlay: (id: string) => void;
  readonly refresh: () => Promise<void>;
}

/** The actions of `useExtensionActions()`, as far as a deal's cards have them. */
export function createCardActions({ crm, addAlert, closeOverlay, refresh }: ActionParts) {
  const actions: Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>> = {
    addAlert: async (alert) => addAlert(alert),
    closeOverlay: async (id) => closeOverlay(String(id)),
    reloadPage: async () => window.location.reload(),
    refreshObjectProperties: refresh,
    fetchCrmObjectProperties: (names) => crm.fetch(namesIn(names, crm)),
    copyTextToClipboard: async (text) => navigator.clipboard.writeText(String(text)),
    onCrmPropertiesUpdate: async (names, callback) => {
      if (isListener(callback)) crm.subscribe(namesIn(names, crm), callback);
    },
  };
  return async (name: string, args: readonly unknown[]): Promise<unknown> => {
    const action = actions[name];
    if (action === undefined) throw new Error(`The action ${name} is not part of this preview.`);
    return action(...args);
  };
}

const namesIn = (names: unknown, crm: CrmPropertyStore): readonly string[] =>
  Array.isArray(names) ? names.map(String) : Object.keys(crm.current());

const isListener = (callback: unknown): callback is (properties: CrmProperties) => void =>
  typeof callback === 'function';
