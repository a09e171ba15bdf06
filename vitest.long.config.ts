import { defineConfig } from 'vitest/config';

/** Versions of tests that take minutes. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    testTimeout: 600_000,
    setupFiles: ['test/support/no-network.ts', 'test/support/seeded-properties.ts'],
  },
});
