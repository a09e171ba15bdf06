import { defineConfig } from 'oxlint';

/** A layer rule: which import specifiers are forbidden, and where to go instead. Look-around in `regex` is silently ignored by oxlint. */
interface Ban {
  readonly regex: string;
  readonly message: string;
}

const forbidden = (...bans: readonly Ban[]) => ({ 'no-restricted-imports': ['error', { patterns: bans }] }) as const;

const hubspotClientRoot: Ban = {
  regex: '^@hubspot/api-client($|/lib/src/|/index)',
  message: 'Import only @hubspot/api-client/lib/codegen/**: the root costs 4.7 MB in the bundle.',
};
const noLocal: Ban = {
  regex: '(^|/)(local|bench|test)/',
  message:
    'local/, bench/ and test/ are never imported by the product: move what is needed into functions/ or shared/.',
};
const noInfra: Ban = { regex: '(^|/)infra/', message: 'infra/ only describes resources: nothing imports it.' };
const noShellFromAdapters: Ban = {
  regex: '(^|/)(api|webhook|ingest|backfill|reconcile|rollup|nightly)/',
  message: 'Adapters know ports and shared only: let compose.ts join them.',
};
const noEngines: Ban = {
  regex: '^(@aws-sdk/|@smithy/|@hubspot/)',
  message: 'Only functions/adapters talk to AWS and HubSpot: use a port from functions/ports.',
};
const noAdapters: Ban = {
  regex: '/adapters/',
  message: 'Take a port as a dependency; only handler.ts and compose files choose adapters.',
};

const noLargeZod: Ban = {
  regex: '^zod$',
  message: 'Every cold start waits for it: import zod/mini, whose schemas are made of functions.',
};

const noClock = [
  { object: 'Date', property: 'now', message: 'Take `now` as an argument (functions: the Clock port).' },
  { object: 'Math', property: 'random', message: 'Take a seeded generator as an argument.' },
];
const noEnv = [
  {
    object: 'process',
    property: 'env',
    message: 'Configuration is parsed once, in functions/env.ts: take what you need as an argument.',
  },
];

const corePure: Ban[] = [
  {
    regex: '^[^.]',
    message: 'shared/ has no dependencies: no packages, no node:*. Do the I/O in functions/ and pass data in.',
  },
  { regex: '^\\.\\./\\.\\./', message: 'shared/ imports only its own src/.' },
];
const extensionBans: Ban[] = [
  {
    regex: '(^|/)(functions|infra|local|bench|test)/',
    message: 'Only the extension folder is uploaded: share pure code through @deal-stage-insights/shared.',
  },
  {
    regex: '^(node:|zod|hono|react-dom|@aws-sdk/|@hubspot/api-client)',
    message: 'Cards run in a worker: only react, @hubspot/ui-extensions and @deal-stage-insights/shared.',
  },
];

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc'],
  jsPlugins: ['./tools/oxlint-house.js'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['**/dist/**', '**/cdk.out/**', '**/node_modules/**', 'test/fixtures/lint/**', 'coverage/**'],
  rules: {
    'import/no-cycle': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'no-restricted-imports': ['error', { patterns: [hubspotClientRoot] }],
    'house/zod-namespace': 'error',
    'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
  },
  overrides: [
    {
      files: ['shared/**'],
      rules: {
        ...forbidden(...corePure),
        'no-restricted-properties': ['error', ...noClock],
        'no-restricted-globals': [
          'error',
          { name: 'performance', message: 'shared/ has no clock.' },
          { name: 'globalThis', message: 'shared/ is pure.' },
        ],
        'house/no-clock': 'error',
      },
    },
    {
      files: ['shared/src/statistics/**'],
      rules: forbidden(...corePure, {
        regex: '^\\.\\./',
        message: 'statistics/ knows no deals: it imports only itself.',
      }),
    },
    {
      files: ['shared/src/history/**'],
      rules: forbidden(...corePure, {
        regex: '^\\.\\./(model|analytics|coaching)/',
        message: 'history/ comes first: model and analytics build on it, not the other way.',
      }),
    },
    {
      files: ['shared/src/contract/**'],
      rules: forbidden(...corePure, { regex: '^\\.\\./', message: 'contract/ holds the types of the API alone.' }),
    },
    {
      files: ['shared/src/model/**'],
      rules: forbidden(...corePure, {
        regex: '^\\.\\./(analytics|coaching)/',
        message: 'Reports build on the model, not the other way.',
      }),
    },
    {
      files: ['shared/src/analytics/**'],
      rules: forbidden(...corePure, {
        regex: '^\\.\\./coaching/',
        message: 'What figures suggest to do comes after them: coaching/ builds on analytics/, not the other way.',
      }),
    },
    {
      files: ['functions/**'],
      rules: {
        ...forbidden(hubspotClientRoot, noLargeZod, noEngines, noAdapters, noLocal, noInfra),
        'no-restricted-properties': ['error', ...noClock, ...noEnv],
        'house/no-clock': 'error',
      },
    },
    {
      files: ['functions/ports/**'],
      rules: forbidden(
        {
          regex: '^(node:|hono|zod|@aws-sdk/|@hubspot/)',
          message: 'Ports are interfaces in the words of the product.',
        },
        { regex: '^\\.\\./', message: 'Ports know shared types and each other only.' },
      ),
    },
    {
      files: ['functions/adapters/**'],
      rules: forbidden(
        hubspotClientRoot,
        noLargeZod,
        noLocal,
        noInfra,
        noShellFromAdapters,
        { regex: '^hono', message: 'HTTP belongs to functions/api.' },
        {
          regex: '^\\.\\./(dynamodb|hubspot|sqs|secrets)/',
          message: 'Adapters do not know each other: let compose.ts join them.',
        },
      ),
    },
    {
      files: [
        'functions/**/handler.ts',
        'functions/**/compose.ts',
        'functions/**/compose-*.ts',
        'functions/env.ts',
        'functions/system-clock.ts',
      ],
      rules: { ...forbidden(hubspotClientRoot, noLargeZod, noLocal, noInfra), 'no-restricted-properties': 'off' },
    },
    { files: ['hubspot-project/**'], rules: forbidden(...extensionBans) },
    {
      files: ['infra/**'],
      rules: forbidden({
        regex: '/(functions|shared|local)/',
        message: 'infra/ names entry files as strings: it imports no product code.',
      }),
    },
    {
      files: ['local/**'],
      rules: forbidden(hubspotClientRoot, noInfra, {
        regex: '(^|/)(bench|test)/',
        message: 'local/ is a runtime: test helpers stay in test/.',
      }),
    },
    {
      files: ['test/**', 'bench/**', 'tools/**'],
      rules: { 'typescript/no-non-null-assertion': 'off', ...forbidden(noInfra) },
    },
    { files: ['test/infra/**'], rules: { 'no-restricted-imports': 'off' } },
  ],
});
