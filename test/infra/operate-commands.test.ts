import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cdkContext, parseInstallation } from '../../tools/operate/installation/installation.ts';
import { STACK_NAME } from '../../tools/operate/installation/stack-name.ts';
import { parseStackParameters } from '../../infra/stack-parameters.ts';
import { synthesised } from './template.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sources = readdirSync(path.join(root, 'tools/operate'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join(root, 'tools/operate', name), 'utf8'));

const installation = parseInstallation({
  portalId: '4711',
  appId: '77',
  adminEmails: ['ann@example.com', 'bob@example.com'],
  alarmEmail: 'ops@example.com',
  region: 'eu-central-1',
  monthlyBudgetUsd: '25',
  awsAccountId: '123456789012',
  logRetentionDays: 90,
  reconcileMinutes: 30,
  webhookV1: 'yes',
  dashboard: 'no',
  domainName: 'insights.example.com',
  certificateArn: 'arn:aws:acm:eu-central-1:123456789012:certificate/abc',
});
const context = cdkContext(installation).filter((arg) => arg !== '-c');
const names = context.map((pair) => pair.slice(0, pair.indexOf('=')));

describe('what the commands and the stack agree on', () => {
  it('every setting of an installation is a parameter of the stack, and is understood', () => {
    const asked = new Set<string>();
    const parameters = parseStackParameters((name) => {
      asked.add(name);
      return context.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
    });

    expect(names.filter((name) => !asked.has(name))).toEqual([]);
    expect([...asked].filter((name) => !names.includes(name))).toEqual([]);
    expect(parameters).toMatchObject({ portalId: '4711', appId: '77', monthlyBudgetUsd: 25, reconcileMinutes: 30 });
    expect(parameters.adminEmails).toEqual(['ann@example.com', 'bob@example.com']);
  });

  it('every output that a command reads is there', () => {
    const read = sources.flatMap((source) =>
      [...source.matchAll(/outputOf\(\s*[\w. ()]+,\s*'(\w+)'/g)].map(([, name = '']) => name),
    );

    const outputs = new Set(Object.keys(synthesised().toJSON()['Outputs']));

    expect(new Set(read).size).toBeGreaterThan(5);
    expect(read.filter((name) => !outputs.has(name))).toEqual([]);
  });

  it('the name of the stack', () => {
    expect(readFileSync(path.join(root, 'infra/bin/app.ts'), 'utf8')).toContain(
      `DealStageInsightsStack(app, '${STACK_NAME}'`,
    );
  });
});
