import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Each boundary with a file that breaks it: several misconfigurations of the linter pass in silence. */
const violations: readonly {
  readonly guarantee: string;
  readonly file: string;
  readonly code: string;
  readonly says: string;
}[] = [
  {
    guarantee: 'the core takes no package',
    file: 'shared/src/model/a.ts',
    code: "import 'zod';",
    says: 'no dependencies',
  },
  {
    guarantee: 'the core takes no Node built-in',
    file: 'shared/src/history/a.ts',
    code: "import 'node:fs';",
    says: 'no dependencies',
  },
  {
    guarantee: 'the core does not leave its folder',
    file: 'shared/src/analytics/a.ts',
    code: "import '../../../functions/env.ts';",
    says: 'only its own',
  },
  {
    guarantee: 'the core has no clock',
    file: 'shared/src/history/b.ts',
    code: 'export const t = Date.now();',
    says: 'Clock port',
  },
  {
    guarantee: 'the core cannot read the clock by a constructor',
    file: 'shared/src/history/c.ts',
    code: 'export const t = new Date();',
    says: 'reads the clock',
  },
  {
    guarantee: 'the core has no randomness',
    file: 'shared/src/model/b.ts',
    code: 'export const r = Math.random();',
    says: 'seeded generator',
  },
  {
    guarantee: 'statistics know no deals',
    file: 'shared/src/statistics/a.ts',
    code: "import '../history/instant.ts';",
    says: 'knows no deals',
  },
  {
    guarantee: 'history does not know the model',
    file: 'shared/src/history/d.ts',
    code: "import '../model/life-table.ts';",
    says: 'history/ comes first',
  },
  {
    guarantee: 'the model does not know reports',
    file: 'shared/src/model/c.ts',
    code: "import '../analytics/stages.ts';",
    says: 'build on the model',
  },
  {
    guarantee: 'figures do not know what they suggest to do',
    file: 'shared/src/analytics/b.ts',
    code: "import '../coaching/rule.ts';",
    says: 'coaching/ builds on analytics/',
  },
  {
    guarantee: 'contract types stand alone',
    file: 'shared/src/contract/a.ts',
    code: "import '../history/instant.ts';",
    says: 'types of the API',
  },
  {
    guarantee: 'use cases do not talk to AWS',
    file: 'functions/ingest/a.ts',
    code: "import '@aws-sdk/client-sqs';",
    says: 'use a port',
  },
  {
    guarantee: 'use cases do not choose adapters',
    file: 'functions/api/a.ts',
    code: "import '../adapters/sqs/queues.ts';",
    says: 'Take a port',
  },
  {
    guarantee: 'use cases do not read the environment',
    file: 'functions/rollup/a.ts',
    code: "export const e = process.env['A'];",
    says: 'parsed once',
  },
  {
    guarantee: 'ports are interfaces',
    file: 'functions/ports/a.ts',
    code: "import 'hono';",
    says: 'words of the product',
  },
  {
    guarantee: 'adapters do not know HTTP',
    file: 'functions/adapters/sqs/a.ts',
    code: "import 'hono';",
    says: 'functions/api',
  },
  {
    guarantee: 'adapters do not know each other',
    file: 'functions/adapters/sqs/b.ts',
    code: "import '../dynamodb/keys.ts';",
    says: 'do not know each other',
  },
  {
    guarantee: 'the HubSpot client is never imported whole',
    file: 'functions/adapters/hubspot/a.ts',
    code: "import '@hubspot/api-client';",
    says: '4.7 MB',
  },
  {
    guarantee: 'the functions take the small form of zod',
    file: 'functions/ingest/zod.ts',
    code: "import * as z from 'zod';\nexport const s = z.string();",
    says: 'zod/mini',
  },
  {
    guarantee: 'what joins the functions takes the small form of zod',
    file: 'functions/ingest/compose.ts',
    code: "import * as z from 'zod';\nexport const s = z.string();",
    says: 'zod/mini',
  },
  {
    guarantee: 'adapters take the small form of zod too',
    file: 'functions/adapters/hubspot/zod.ts',
    code: "import * as z from 'zod';\nexport const s = z.string();",
    says: 'zod/mini',
  },
  {
    guarantee: 'zod is imported as a namespace',
    file: 'functions/api/b.ts',
    code: "import { z } from 'zod';\nexport const s = z.string();",
    says: '350 KB',
  },
  {
    guarantee: 'functions do not import the local runtime',
    file: 'functions/api/c.ts',
    code: "import '../../local/start.ts';",
    says: 'never imported by the product',
  },
  {
    guarantee: 'cards do not leave their folder',
    file: 'hubspot-project/src/app/cards/a.ts',
    code: "import '../../../../functions/env.ts';",
    says: 'Only the extension folder is uploaded',
  },
  {
    guarantee: 'cards take no Node built-in',
    file: 'hubspot-project/src/app/cards/b.ts',
    code: "import 'node:fs';",
    says: 'run in a worker',
  },
  {
    guarantee: 'promises are not dropped',
    file: 'functions/api/d.ts',
    code: 'const f = async () => 1;\nexport const g = () => { f(); };',
    says: 'no-floating-promises',
  },
  {
    guarantee: 'imports have no cycles',
    file: 'functions/api/e.ts',
    code: "import { f } from './f.ts';\nexport const e = () => f;",
    says: 'no-cycle',
  },
];

interface Finding {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

describe('the layers', () => {
  let folder = '';
  let findings: readonly Finding[] = [];

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'layers-'));
    for (const name of ['oxlint.config.ts', 'package.json', 'tsconfig.json', 'tsconfig.base.json'])
      copyFileSync(path.join(root, name), path.join(folder, name));
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    mkdirSync(path.join(folder, 'tools'));
    copyFileSync(path.join(root, 'tools/oxlint-house.js'), path.join(folder, 'tools/oxlint-house.js'));
    const files = [
      ...violations,
      { file: 'functions/api/f.ts', code: "import { e } from './e.ts';\nexport const f = () => e;" },
    ];
    for (const { file, code } of files) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), `${code}\n`);
    }
    try {
      execFileSync(path.join(root, 'node_modules/.bin/oxlint'), ['--format', 'json'], {
        cwd: folder,
        encoding: 'utf8',
      });
    } catch (error) {
      const report: { diagnostics: readonly Finding[] } = JSON.parse(String(Reflect.get(Object(error), 'stdout')));
      findings = report.diagnostics;
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(violations)('$guarantee ($file)', ({ file, says }) => {
    const said = findings
      .filter((finding) => finding.filename === file)
      .map((finding) => `${finding.code} ${finding.message} ${finding.help ?? ''}`);

    expect(said.join('\n')).toContain(says);
  });
});
