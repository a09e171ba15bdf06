import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deploy } from '../../../tools/operate/deploy/deploy.ts';
import { ACCESS_TOKEN } from '../../local/hubspot-simulator/small-portal.ts';
import { CLIENT_SECRET, openStage, type Stage } from './support/stage.ts';

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

describe('the stack', () => {
  it('whose first creation failed: what failed, and the command that clears it away', async () => {
    stage.programs.setStack('ROLLBACK_COMPLETE');
    stage.aws.failures = [
      { id: 'Budget', reason: 'Budgets are not allowed here' },
      { id: 'Api', reason: 'Resource creation cancelled' },
    ];
    const shown = await failure(only('stack'));

    expect(shown).toContain('The stack is half-deployed: ROLLBACK_COMPLETE.');
    expect(shown).toContain('- Budget: Budgets are not allowed here');
    expect(shown).not.toContain('Api');
    expect(shown).toContain('aws cloudformation delete-stack --stack-name DealStageInsights --region eu-central-1');
    expect(stage.programs.lines()).toEqual([]);
  });

  it.each([
    ['UPDATE_ROLLBACK_FAILED', 'continue-update-rollback'],
    ['UPDATE_IN_PROGRESS', 'Another deployment is under way'],
    ['DELETE_FAILED', 'An uninstall got stuck'],
    ['IMPORT_ROLLBACK_FAILED', 'CloudFormation console'],
  ])('in state %s: what to do', async (status, remedy) => {
    stage.programs.setStack(status);

    expect(await failure(only('stack'))).toContain(remedy);
  });

  it('that got stuck while it was deployed', async () => {
    stage.programs.answer('cdk deploy', { code: 1, stack: 'UPDATE_ROLLBACK_FAILED' });

    expect(await failure(only('stack'))).toContain('half-deployed: UPDATE_ROLLBACK_FAILED');
  });

  it('that was taken back: the version before runs', async () => {
    stage.programs.setStack('CREATE_COMPLETE');
    stage.programs.answer('cdk deploy', { code: 1, output: 'boom', stack: 'UPDATE_ROLLBACK_COMPLETE' });

    expect(await failure(only('stack'))).toContain('not deployed (output above); the version before is running.');
  });

  it('that is missing when a later step needs it', async () => {
    expect(await failure(only('profile'))).toContain('There is no stack DealStageInsights in eu-central-1.');
  });

  it('that is of an older version, without an output', async () => {
    stage.programs.setStack('CREATE_COMPLETE');
    delete stage.aws.outputs['PublicBaseUrl'];

    expect(await failure(only('profile'))).toContain('The stack has no output PublicBaseUrl');
  });

  it('whose functions cannot be built, or whose template cannot be made', async () => {
    stage.programs.answer('npm run -s build:functions', { code: 1 });
    const build = await failure(only('stack'));
    stage.programs.answer('npm run -s build:functions', { code: 0 });
    stage.programs.answer('cdk synth', { code: 1 });

    expect(build).toContain('The functions could not be built');
    expect(await failure(only('plan'))).toContain('The template could not be made');
  });
});

describe('the secret', () => {
  beforeEach(() => stage.programs.setStack('CREATE_COMPLETE'));

  it('refused by Secrets Manager', async () => {
    stage.aws.denied.add('secretsmanager.PutSecretValue');
    const shown = await failure(only('secret'), { env: SECRETS });

    expect(shown).toContain('AWS refuses to store the secret');
    expect(shown).not.toContain(CLIENT_SECRET);
  });

  it('keeps the former client secret as the previous one when a new one comes, and no longer', async () => {
    await stage.run(deploy, only('secret'), { env: SECRETS });
    await stage.run(deploy, only('secret'), { env: { ...SECRETS, HUBSPOT_CLIENT_SECRET: 'second' } });
    const rotated = JSON.parse(stage.aws.secret);
    await stage.run(deploy, only('secret'), { env: { ...SECRETS, HUBSPOT_CLIENT_SECRET: 'third' } });

    expect(rotated).toMatchObject({ HUBSPOT_CLIENT_SECRET: 'second', HUBSPOT_CLIENT_SECRET_PREVIOUS: CLIENT_SECRET });
    expect(JSON.parse(stage.aws.secret)).toMatchObject({ HUBSPOT_CLIENT_SECRET_PREVIOUS: 'second' });
  });

  it('stays as it is where Enter is pressed', async () => {
    await stage.run(deploy, only('secret'), { env: SECRETS });
    const { shown } = await stage.run(deploy, ['--only', 'secret'], {
      answers: { 'Access token': '', 'Client secret': '' },
    });

    expect(shown).toContain('already stored');
    expect(stage.stub.asked.filter(({ operation }) => operation === 'secretsmanager.PutSecretValue')).toHaveLength(1);
  });
});

describe('the upload', () => {
  const upload = async (): Promise<string> => {
    stage.programs.setStack('CREATE_COMPLETE');
    await stage.run(deploy, only('profile'));
    return failure(only('upload'));
  };

  it('refused by HubSpot', async () => {
    stage.programs.answer('hs project upload', { code: 1, output: 'Build failed: card' });

    expect(await upload()).toContain('HubSpot refused the upload; its reasons stand above.');
  });

  it('by a CLI that does not know the account', async () => {
    stage.programs.answer('hs project upload', { code: 1, output: 'Config file not found, run hs account auth' });

    expect(await upload()).toContain('Run hs account auth, choose the account');
  });

  it('before the profile is written', async () => {
    expect(await failure(only('upload'))).toContain('Run npm run deploy -- --only profile first.');
  });

  it('goes on where the CLI does not tell the number of the app, and asks for it the next time', async () => {
    stage.programs.setStack('CREATE_COMPLETE');
    stage.programs.answer('hs project info', { code: 1, output: 'no deployed build' });
    await stage.run(deploy, only('profile'));
    const { code } = await stage.run(deploy, only('upload'));
    await stage.run(deploy, ['--only', 'plan'], { answers: { 'App id': '777' } });

    expect(code).toBe(0);
    expect(JSON.parse(stage.file('installation.json') ?? '')).toMatchObject({ appId: '777' });
  });
});

describe('the backfill', () => {
  it('that may not be started', async () => {
    stage.programs.setStack('CREATE_COMPLETE');
    await stage.run(deploy, only('secret'), { env: SECRETS });
    stage.aws.denied.add('Lambda.Invoke');

    expect(await failure(only('backfill'))).toContain('AWS refuses to start the backfill');
  });
});
