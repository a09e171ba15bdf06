/** What the sandbox takes from the card, kept for the host's own use. Read before anything is banned. */
export const natives = {
  importScripts: Reflect.get(self, 'importScripts'),
  postMessage: self.postMessage.bind(self),
  addEventListener: self.addEventListener.bind(self),
  removeEventListener: self.removeEventListener.bind(self),
};

export function loadScript(url: string): void {
  if (typeof natives.importScripts !== 'function') throw new Error('This is not a classic worker.');
  Reflect.apply(natives.importScripts, self, [url]);
}
