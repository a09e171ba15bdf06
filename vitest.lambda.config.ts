import { defineConfig } from 'vitest/config';

/** The bundles of cdk.out under AWS's own runtime client: `npm run test:lambda`. */
export default defineConfig({
  test: {
    include: ['test/lambda/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'dist/test-report-lambda.json' }]],
  },
});
