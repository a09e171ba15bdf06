import { afterAll, vi } from 'vitest';

// Files share a worker: what one has put in place of something is taken back for the next. Builders and engines write into the
// environment of the process too: React, for one, is another where HubSpot's builder has said "production".
const environment = { ...process.env };

afterAll(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});
