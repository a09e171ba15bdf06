import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deploy } from '../../../../tools/operate/deploy/deploy.ts';
import { ACCESS_TOKEN } from '../../../local/hubspot-simulator/small-portal.ts';
import { CLIENT_SECRET } from '../support/product.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const SETTINGS = ['--portal-id', '4711', '--admin-emails', 'ann@example.com', '--region', 'eu-central-1', '--yes'];
const SECRETS = { HUBSPOT_ACCESS_TOKEN: ACCESS_TOKEN, HUBSPOT_CLIENT_SECRET: CLIENT_SECRET };
const only = (step: string) => [...SETTINGS, '--only', step];

/** Runs a step that must fail, and answers its two sentences. */
async function failure(args: readonly string[], options: Parameters<Stage['run']>[2] = {}): Promise<string> {
  const { code, shown } = await stage.run(deploy, args, options);
  expect(code).toBe(1);
  expect(shown).not.toContain('Unexpected');
  return shown.slice(shown.indexOf('✗'));
}

describe('the dashboard of a new stack', () => {
  const contextOf = (programs: Stage['programs']) => programs.lines().find((line) => line.startsWith('cdk synth'));

  it('is left out where the free ones of the account are in use, and the plan says so', async () => {
    stage.aws.dashboards.push('sales', 'web', 'costs');

    const { shown } = await stage.run(deploy, only('plan'));

    expect(shown).toContain('no dashboard: the three free ones of this account are in use');
    expect(contextOf(stage.programs)).toContain('-c dashboard=no');
  });

  it('is made where it is free, and where it was asked for', async () => {
    await stage.run(deploy, only('plan'));
    expect(contextOf(stage.programs)).not.toContain('dashboard');

    stage.aws.dashboards.push('sales', 'web', 'costs');
    stage.write(
      'installation.json',
      JSON.stringify({ ...JSON.parse(stage.file('installation.json') ?? ''), dashboard: 'yes' }),
    );
    const { shown } = await stage.run(deploy, only('plan'));
    expect(shown).not.toContain('no dashboard');
  });
});

describe('settings', () => {
  it('names every one that is missing or wrong', async () => {
    const shown = await failure(['--yes', '--admin-emails', 'ann', '--budget', '0']);

    expect(shown).toContain('portalId: missing');
    expect(shown).toContain('adminEmails: an e-mail address is wanted');
    expect(shown).toContain('monthlyBudgetUsd');
  });

  it('asks again for an answer that would not do', async () => {
    const answers = ['47 11', '4711'];
    const { asked } = await stage.run(deploy, ['--only', 'check'], {
      answers: {
        get 'HubSpot account'() {
          return answers.shift() ?? '';
        },
        admins: 'ann@example.com',
        alarms: '',
        'AWS region': '',
        'costs more': '',
        'Install into': 'n',
      },
    });

    expect(asked.filter((question) => question.includes('HubSpot account'))).toHaveLength(2);
  });

  it('does not let a living installation change its HubSpot account by a slip', async () => {
    await stage.run(deploy, only('check'));

    expect(await failure(['--portal-id', '4712', '--yes'])).toContain('portalId "4711", not "4712"');
  });

  it('says what is wrong with a damaged installation.json, and leaves it', async () => {
    stage.write('installation.json', '{');

    expect(await failure(SETTINGS)).toContain('installation.json is not readable JSON');
    expect(stage.file('installation.json')).toBe('{');
  });

  it('names the steps there are, and an unknown flag', async () => {
    expect(await failure([...SETTINGS, '--only', 'everything'])).toContain('check, plan, stack, secret');
    expect(await failure(['--token', 'x'])).toContain("Unknown option '--token'");
  });
});

describe('AWS account', () => {
  it('no credentials', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);

    expect(await failure(SETTINGS)).toContain('There are no AWS credentials here.\n  Log in (aws sso login');
  });

  it('another account than the one agreed on', async () => {
    await stage.run(deploy, only('check'));
    stage.aws.accountId = '999999999999';

    expect(await failure(only('stack'))).toContain(
      'Wrong AWS account: these credentials belong to 999999999999, this installation lives in 123456789012.',
    );
    expect(stage.programs.lines()).not.toContainEqual(expect.stringContaining('cdk deploy'));
  });

  it('nobody agreed to it', async () => {
    const shown = await failure(SETTINGS.filter((flag) => flag !== '--yes'));

    expect(shown).toContain('Nobody has agreed to install into AWS account 123456789012');
    expect(stage.programs.lines()).not.toContainEqual(expect.stringContaining('cdk deploy'));
  });

  it('not bootstrapped: the exact command', async () => {
    stage.aws.isBootstrapped = false;

    expect(await failure(SETTINGS)).toContain('Run once: npx cdk bootstrap aws://123456789012/eu-central-1');
  });

  it('a role that may not', async () => {
    stage.aws.denied.add('DescribeStacks');

    expect(await failure(SETTINGS)).toContain('AWS refuses to describe the stack CDKToolkit: not authorized');
  });
});

describe('tools', () => {
  it('a CDK that is missing or not the pinned one', async () => {
    stage.programs.answer('cdk --version', { output: '3.0.0' });
    const other = await failure(SETTINGS);
    stage.programs.remove('cdk');

    expect(other).toContain('The AWS CDK is 3.0.0, but 2.1148.1 is pinned.');
    expect(await failure(SETTINGS)).toContain('The AWS CDK is missing');
  });

  it("takes HubSpot's CLI through npx where it is missing or old", async () => {
    stage.programs.answer('hs --version', { output: '8.9.0' });
    stage.programs.answer('npx --yes @hubspot/cli@8.14.0 --version', { output: '8.14.0' });
    const { code, shown } = await stage.run(deploy, only('check'));

    expect(code).toBe(0);
    expect(shown).toContain('HubSpot CLI 8.14.0 (through npx)');
  });

  it('no HubSpot CLI at all: how to get it', async () => {
    stage.programs.remove('hs');
    stage.programs.answer('npx', { code: 1 });

    expect(await failure(SETTINGS)).toContain('Run npm install --global @hubspot/cli@8.14.0, then hs account auth.');
  });

  it('a clock that is minutes off', async () => {
    const { now } = Date;
    const shown = await failure(SETTINGS, { now: () => now() + 10 * 365 * 86_400_000 });

    expect(shown).toMatch(/This machine's clock is \d+ s ahead/);
  });
});

describe('HubSpot token', () => {
  it('refused', async () => {
    const shown = await failure(only('check'), { env: { HUBSPOT_ACCESS_TOKEN: 'no-such-token' } });

    expect(shown).toContain('HubSpot does not accept the access token.');
    expect(shown).not.toContain('no-such-token');
  });

  it('of another account', async () => {
    await stage.close();
    stage = await openStage({ portalId: '815' });

    expect(await failure(only('check'), { env: SECRETS })).toContain(
      'the token belongs to 815, this installation serves 4711',
    );
  });

  it('without a scope: which one', async () => {
    await stage.close();
    const instead = { status: 403, body: '{"category":"MISSING_SCOPES"}' };
    stage = await openStage({
      faults: { beforeAnswer: ({ path }) => (path.startsWith('/crm/v3/owners') ? { instead } : null) },
    });

    expect(await failure(only('check'), { env: SECRETS })).toContain(
      'The token lacks a scope: crm.objects.owners.read.',
    );
  });

  it('is not stored when it does not fit', async () => {
    stage.programs.setStack('CREATE_COMPLETE');
    await failure(only('secret'), { env: { ...SECRETS, HUBSPOT_ACCESS_TOKEN: 'no-such-token' } });

    expect(stage.aws.secret).toBe('generated-password-of-a-new-stack');
  });
});
