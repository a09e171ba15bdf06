const LOOK_EVERY_MS = 500;

/**
 * Calls `stop` when the user or the system asks this process to end. npm puts a shell in between that may end without passing
 * the signal on: started by npm, a process that has lost its parent stops as well, so that none is left behind.
 */
export function onStopSignal(stop: () => void): void {
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, LOOK_EVERY_MS);
  watch.unref();
}
