const USE_HUBSPOT_FETCH = 'use hubspot.fetch()';
const NO_STORAGE = 'the sandbox stores nothing: keep it in the backend';
const NO_PAGE = 'a card has no page: draw with components of @hubspot/ui-extensions';
const NO_EVENTS = 'use the components’ own on… props';
const USE_ACTIONS = 'use the actions of useExtensionActions()';

/** Functions of a browser's worker that HubSpot's sandbox lacks, and what to use instead. */
const FORBIDDEN_FUNCTIONS: Readonly<Record<string, string>> = {
  fetch: USE_HUBSPOT_FETCH,
  XMLHttpRequest: USE_HUBSPOT_FETCH,
  WebSocket: `no sockets: ${USE_HUBSPOT_FETCH}`,
  EventSource: `no server-sent events: ${USE_HUBSPOT_FETCH}`,
  importScripts: 'import at the top of the file: the builder bundles it',
  Worker: 'a card is one worker',
  BroadcastChannel: USE_ACTIONS,
  Notification: 'use actions.addAlert()',
  addEventListener: NO_EVENTS,
  removeEventListener: NO_EVENTS,
  dispatchEvent: NO_EVENTS,
  postMessage: USE_ACTIONS,
  close: USE_ACTIONS,
  alert: 'use actions.addAlert()',
  confirm: 'use a Modal',
  prompt: 'use a Modal with an Input',
};

/** Objects that do not exist there. Some are a worker's own and are removed; others a worker never had. */
const ABSENT_OBJECTS: Readonly<Record<string, string>> = {
  navigator: 'the context of useExtensionContext() has the user’s locale',
  location: 'the context of useExtensionContext() says where the card is',
  indexedDB: NO_STORAGE,
  caches: NO_STORAGE,
  localStorage: NO_STORAGE,
  sessionStorage: NO_STORAGE,
  window: NO_PAGE,
  document: NO_PAGE,
  history: 'use actions.navigateToPage()',
  process: 'use context.variables; only process.env.NODE_ENV is replaced, at build time',
  require: 'import at the top of the file: the builder bundles it',
  ReactDOM: 'cards do not import react-dom: HubSpot draws their components',
  reactDom: 'cards do not import react-dom: HubSpot draws their components',
};

/** Takes away what HubSpot's sandbox takes away, so that a card that relies on it breaks here first. */
export function closeSandbox(): void {
  for (const [name, instead] of Object.entries(FORBIDDEN_FUNCTIONS)) {
    const refuse = function refuse(): never {
      throw new Error(`${name} does not exist in HubSpot's sandbox: ${instead}.`);
    };
    Object.defineProperty(self, name, { value: refuse, configurable: true, writable: true });
  }
  for (const name of Object.keys(ABSENT_OBJECTS)) removeGlobal(name);
}

/** Deletes a global wherever it lies on the prototype chain: `typeof` then says "undefined", as it does at HubSpot. */
function removeGlobal(name: string): void {
  for (let holder: object | null = self; holder !== null; holder = Reflect.getPrototypeOf(holder))
    Reflect.deleteProperty(holder, name);
}

/** An error's message, with what to use instead where the cause is a global that the sandbox lacks. */
export function explained(error: unknown): string {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [, node] = /Dynamic require of "(node:[^"]+)"/.exec(message) ?? [];
  if (node !== undefined) return `${node} is Node's: HubSpot's builder refuses it, and its sandbox has no such module.`;
  const [, missing] = /(\w+) is not defined/.exec(message) ?? [];
  const instead = missing === undefined ? undefined : ABSENT_OBJECTS[missing];
  return instead === undefined ? message : `${message}. HubSpot's sandbox has no ${missing}: ${instead}.`;
}
