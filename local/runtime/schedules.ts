export interface Schedule {
  readonly everyMs: number;
  readonly act: () => Promise<void>;
}

/** Does each thing again and again, never twice at the same time. Answers how to stop, which waits for what is under way. */
export function startSchedules(schedules: readonly Schedule[], onFailure: (error: unknown) => void) {
  const running = new Set<Promise<void>>();
  const timers = schedules.map(({ everyMs, act }) => {
    let isBusy = false;
    return setInterval(() => {
      if (isBusy) return;
      isBusy = true;
      const run = act()
        .catch(onFailure)
        .finally(() => {
          isBusy = false;
          running.delete(run);
        });
      running.add(run);
    }, everyMs);
  });
  return async (): Promise<void> => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(running);
  };
}
