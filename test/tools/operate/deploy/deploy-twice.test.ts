import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deploy } from '../../../../tools/operate/deploy/deploy.ts';
import { doctor } from '../../../../tools/operate/doctor/diagnose.ts';
import { ACCESS_TOKEN } from '../../../local/hubspot-simulator/small-portal.ts';
import { APP_ID, CLIENT_SECRET } from '../support/product.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ hasBackend: true });
});
afterAll(() => stage.close());

const FIRST_ANSWERS = {
  'HubSpot account': '4711',
  admins: 'Ann@example.com',
  alarms: '',
  'AWS region': '',
  'costs more': '',
  'Install into': 'y',
  'Access token': '',
  'Client secret': '',
};
const SECRETS = { 'Access token': ACCESS_TOKEN, 'Client secret': CLIENT_SECRET };
const parameters = (appId: string) =>
  `-c portalId=4711 -c appId=${appId} -c alarmEmail=ann@example.com -c monthlyBudgetUsd=10 -c adminEmails=ann@example.com`;

// One installation from nothing to uninstalled is one story: each `it` goes on where the one before ended.
describe('an installation, from a clone to living', () => {
  it('first deploys a stack that lets nobody in, uploads, and says what to copy from HubSpot', async () => {
    const { code, shown } = await stage.run(deploy, [], { answers: FIRST_ANSWERS });

    expect(shown).toContain('2. Auth: copy the access token and the client secret');
    expect(code).toBe(0);
    expect(stage.programs.lines()).toEqual([
      'cdk --version',
      'hs --version',
      'npm run -s build:functions',
      `cdk synth --quiet --output cdk.out ${parameters('0')}`,
      'npm run -s build:functions',
      `cdk deploy DealStageInsights --require-approval never --output cdk.out ${parameters('0')}`,
      'hs --version',
      'hs project upload --profile production --force',
      'hs --version',
      'hs project info --account 4711 --json',
    ]);
  });

  it('shows the plan in plain words, and under each step how to take it back', async () => {
    const { shown } = await stage.run(deploy, ['--only', 'plan']);

    expect(shown).toContain("1 secret for HubSpot's token and client secret");
    expect(shown).toContain('2 Lambda functions');
    expect(shown.match(/to undo: /g)).toHaveLength(1);
  });

  it('keeps the settings and writes the profile that HubSpot builds with', () => {
    expect(JSON.parse(stage.file('installation.json') ?? '')).toEqual({
      portalId: '4711',
      appId: APP_ID,
      adminEmails: ['ann@example.com'],
      alarmEmail: 'ann@example.com',
      region: 'eu-central-1',
      monthlyBudgetUsd: 10,
      awsAccountId: '123456789012',
    });
    expect(JSON.parse(stage.file('hubspot-project/src/hsprofile.production.json') ?? '')).toEqual({
      accountId: 4711,
      variables: { API_BASE_URL: stage.aws.outputs['PublicBaseUrl'] },
    });
  });

  it('at the second run asks for the secrets alone, deploys with the app id, and reads the deals', async () => {
    const before = stage.programs.lines().length;
    const { code, shown, asked } = await stage.run(deploy, [], { answers: SECRETS });
    await stage.backfilled();

    expect(shown).toContain('Open a deal → Customize');
    expect(code).toBe(0);
    expect(asked.map((question) => question.trim().split(' (')[0])).toEqual(['Access token', 'Client secret']);
    expect(stage.programs.lines().slice(before)).toContain(
      `cdk deploy DealStageInsights --require-approval never --output cdk.out ${parameters(APP_ID)}`,
    );
    expect(JSON.parse(stage.aws.secret)).toEqual({
      HUBSPOT_ACCESS_TOKEN: ACCESS_TOKEN,
      HUBSPOT_CLIENT_SECRET: CLIENT_SECRET,
    });
  });

  it('shows no secret, and hands none to another program', async () => {
    const env = { HUBSPOT_ACCESS_TOKEN: ACCESS_TOKEN, HUBSPOT_CLIENT_SECRET: CLIENT_SECRET };
    const { code, shown } = await stage.run(deploy, ['--yes'], { env });

    const said = `${shown} ${JSON.stringify(stage.programs.calls())} ${stage.file('installation.json')}`;
    expect(code).toBe(0);
    expect(said).not.toContain(ACCESS_TOKEN);
    expect(said).not.toContain(CLIENT_SECRET);
  });

  it('changes nothing when it is run a third time, and does not read all deals again', async () => {
    const stored = stage.stub.asked.filter(({ operation }) => operation === 'secretsmanager.PutSecretValue').length;
    const started = stage.stub.asked.filter(({ operation }) => operation === 'Lambda.Invoke').length;
    const { code, shown } = await stage.run(deploy, ['--yes']);

    expect(code).toBe(0);
    expect(shown).toContain('done before (12 deals)');
    expect([stored, started]).toEqual([1, 1]);
    expect(stage.stub.asked.filter(({ operation }) => operation === 'Lambda.Invoke')).toHaveLength(1);
  });

  it('tells the doctor nothing but good once a change has arrived', async () => {
    await stage.runtime?.reconcile();
    await stage.runtime?.nightly();
    await stage.moveADeal();
    const { code, shown } = await stage.run(doctor, []);

    expect(shown).toContain('Everything is as it should be.');
    expect(shown).toMatch(/✓ ok {2}signed request +let in\n✓ ok {2}unsigned request +refused \(401\)/);
    expect(code).toBe(0);
  });

  it('tells the doctor when the backend and HubSpot do not share a secret or an app any more', async () => {
    const secret = stage.aws.secret;
    stage.aws.secret = JSON.stringify({ HUBSPOT_ACCESS_TOKEN: 'revoked', HUBSPOT_CLIENT_SECRET: 'another' });
    const otherSecret = await stage.run(doctor, []);
    stage.aws.secret = secret;
    const settings = stage.file('installation.json') ?? '';
    stage.write('installation.json', settings.replace(APP_ID, '9'));
    const otherApp = await stage.run(doctor, []);
    stage.write('installation.json', settings);

    expect(otherSecret.code).toBe(1);
    expect(otherSecret.shown).toMatch(/signed request +refused \(401\)/);
    expect(otherSecret.shown).toContain('- token and scopes: In HubSpot');
    expect(otherSecret.shown).not.toContain('another');
    expect(otherApp.shown).toMatch(/signed request +refused \(403\)/);
  });
});
