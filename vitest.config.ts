import { defineConfig } from 'vitest/config';

const setupFiles = [
  'test/support/no-network.ts',
  'test/support/seeded-properties.ts',
  'test/support/leave-no-trace.ts',
];
const exclude = ['test/long/**', 'test/lambda/**', '**/node_modules/**'];
/** A module that is mocked has to be loaded anew for the file that mocks it. */
const mocking = ['test/hubspot-project/project/project-files.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 120_000, // A hang, not a slow machine.
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } }, // Likewise: a second is little for a machine that does other work.
    maxWorkers: '100%', // Left to itself vitest keeps a core free: of two, that is half.
    reporters: ['default', ['json', { outputFile: 'dist/test-report.json' }]],
    // HubSpot's parser asks HubSpot for its schemas: a test that stands in for HubSpot must be able to mock that call.
    server: { deps: { inline: ['@hubspot/project-parsing-lib'] } },
    projects: [
      // Files share workers, one a core: that saves each a process, and loading the SDK and the core anew.
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...exclude, ...mocking, 'test/browser/**'],
          setupFiles,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'mocking', include: mocking, setupFiles } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          setupFiles,
          globalSetup: 'test/browser/support/global-setup.ts',
        },
      },
    ],
  },
});
