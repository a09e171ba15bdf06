import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/long/**', 'test/lambda/**', '**/node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'dist/test-report.json' }]],
    // HubSpot's parser asks HubSpot for its schemas: a test that stands in for HubSpot must be able to mock that call.
    server: { deps: { inline: ['@hubspot/project-parsing-lib'] } },
    setupFiles: ['test/support/no-network.ts'],
  },
});
