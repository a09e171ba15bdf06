import { afterAll, vi } from 'vitest';

// Files share a worker: what one has put in place of something is taken back for the next.
afterAll(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});
