import { defineConfig } from 'vitest/config';

const setupFiles = ['test/support/no-network.ts', 'test/support/seeded-properties.ts'];
const exclude = ['test/long/**', 'test/lambda/**', '**/node_modules/**'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'dist/test-report.json' }]],
    // HubSpot's parser asks HubSpot for its schemas: a test that stands in for HubSpot must be able to mock that call.
    server: { deps: { inline: ['@hubspot/project-parsing-lib'] } },
    projects: [
      // The core has no state and changes no global: its files share a worker, which saves a process each.
      {
        extends: true,
        test: { name: 'core', include: ['test/shared/**/*.test.ts'], exclude, setupFiles, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'shell',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...exclude, 'test/shared/**', 'test/browser/**'],
          setupFiles,
        },
      },
      { extends: true, test: { name: 'browser', include: ['test/browser/*.test.ts'], setupFiles } },
    ],
  },
});
