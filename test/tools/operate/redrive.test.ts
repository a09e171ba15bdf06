import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deploy } from '../../../tools/operate/deploy/deploy.ts';
import { redrive } from '../../../tools/operate/redrive-dead-letters.ts';
import { openStage, type Stage } from './support/stage.ts';

const SETTINGS = ['--portal-id', '4711', '--admin-emails', 'ann@example.com', '--region', 'eu-central-1', '--yes'];

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  stage.programs.setStack('UPDATE_COMPLETE');
  await stage.run(deploy, [...SETTINGS, '--only', 'check']);
});
afterEach(() => stage.close());

const moved = () =>
  stage.stub.asked
    .filter(({ operation }) => operation === 'AmazonSQS.StartMessageMoveTask')
    .map(({ input }) => JSON.parse(input));

describe('redrive', () => {
  it('moves back what waits in the dead-letter queues of queues', async () => {
    stage.aws.messages = { 'ingest-dead-letters': 3, 'unattended-dead-letters': 2 };
    const { code, shown } = await stage.run(redrive, []);

    expect(code).toBe(0);
    expect(moved()).toEqual([{ SourceArn: 'arn:aws:sqs:eu-central-1:1:ingest-dead-letters' }]);
    expect(shown).toContain('ingest: 3 messages are on their way back');
    expect(shown).toContain('rollup: nothing to move');
    expect(shown).toContain('schedules and backfill: 2 failed runs are kept');
  });

  it('says when it may not', async () => {
    stage.aws.messages = { 'rollup-dead-letters': 1 };
    stage.aws.denied.add('AmazonSQS.StartMessageMoveTask');
    const { code, shown } = await stage.run(redrive, []);

    expect(code).toBe(1);
    expect(shown).toContain('AWS refuses to move the dead letters back');
  });
});
