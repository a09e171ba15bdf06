import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
