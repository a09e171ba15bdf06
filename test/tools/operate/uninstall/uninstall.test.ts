import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deploy } from '../../../../tools/operate/deploy/deploy.ts';
import { uninstall } from '../../../../tools/operate/uninstall/remove.ts';
import { openStage, type Stage } from '../support/stage.ts';

const TABLE = 'deal-stage-insights';
const SETTINGS = ['--portal-id', '4711', '--admin-emails', 'ann@example.com', '--region', 'eu-central-1', '--yes'];

let stage: Stage;
const open = async (hasBackend: boolean): Promise<void> => {
  stage = await openStage({ hasBackend });
  stage.programs.setStack('CREATE_COMPLETE');
  await stage.run(deploy, [...SETTINGS, '--only', 'check']);
};
beforeEach(() => open(false));
afterEach(() => stage.close());

const exported = (): readonly string[] => readdirSync(stage.root).filter((name) => name.endsWith('.jsonl.gz'));
const lines = (name: string): readonly string[] =>
  gunzipSync(readFileSync(path.join(stage.root, name)))
    .toString('utf8')
    .trim()
    .split('\n');
const askedOf = (operation: string) => stage.stub.asked.filter((call) => call.operation === operation);
const isDestroyed = (): boolean => stage.programs.lines().some((line) => line.startsWith('cdk destroy'));

describe('uninstall', () => {
  it('exports every item first, then removes the stack, and says what stays and how to delete it', async () => {
    await stage.close();
    await open(true);
    await stage.runtime?.load();
    await stage.runtime?.settled();
    const answers = { 'Type 4711': '4711', [`Type ${TABLE}`]: '' };
    const { code, shown } = await stage.run(uninstall, [], { answers });

    const [file = ''] = exported();
    const items = lines(file).map((line) => JSON.parse(line).Item);
    expect(code).toBe(0);
    expect(items.filter(({ pk }) => pk.S.startsWith('4711#deals#'))).toHaveLength(12);
    expect(shown).toContain(`✓ ${items.length} items in ${file}, counted again`);
    expect(stage.programs.lines()).toContainEqual(
      expect.stringMatching(/^cdk destroy DealStageInsights --force --output cdk\.out -c portalId=4711/),
    );
    expect(stage.programs.stackStatus()).toBeNull();
    expect(shown).toContain(`aws dynamodb delete-table --table-name ${TABLE} --region eu-central-1`);
    expect(shown).toContain('aws secretsmanager delete-secret --secret-id arn:aws:secretsmanager');
    expect(shown).toContain('Connected apps → Deal Stage Insights → Uninstall');
  });

  it('leaves the table protected unless its name is typed', async () => {
    await stage.run(uninstall, [], { answers: { 'Type 4711': '4711', [`Type ${TABLE}`]: 'yes' } });
    const afterYes = askedOf('DynamoDB.UpdateTable').length;
    stage.programs.setStack('CREATE_COMPLETE');
    const { shown } = await stage.run(uninstall, [], {
      answers: { 'Type 4711': '4711', [`Type ${TABLE}`]: TABLE },
      now: () => Date.parse('2026-04-01T00:00:00Z'),
    });

    expect(afterYes).toBe(0);
    expect(JSON.parse(askedOf('DynamoDB.UpdateTable')[0]?.input ?? '')).toEqual({
      TableName: TABLE,
      DeletionProtectionEnabled: false,
    });
    expect(shown).not.toContain('--no-deletion-protection-enabled');
  });

  it('removes nothing without the exact confirmation', async () => {
    const typed = await stage.run(uninstall, [], { answers: { 'Type 4711': 'y' } });
    const piped = await stage.run(uninstall, [], { now: () => Date.parse('2026-04-01T00:00:00Z') });

    expect([typed.code, piped.code]).toEqual([1, 1]);
    expect(typed.shown).toContain('Nothing was removed');
    expect(isDestroyed()).toBe(false);
  });

  it('goes through without a terminal when both are named', async () => {
    const { code } = await stage.run(uninstall, ['--confirm', '4711', '--unprotect', TABLE]);

    expect(code).toBe(0);
    expect(isDestroyed()).toBe(true);
    expect(askedOf('DynamoDB.UpdateTable')).toHaveLength(1);
  });

  it('stops before anything is removed when the table cannot be read', async () => {
    stage.aws.denied.add('DynamoDB.Scan');
    const { code, shown } = await stage.run(uninstall, ['--confirm', '4711']);

    expect(code).toBe(1);
    expect(shown).toContain(`AWS refuses to read the table ${TABLE}`);
    expect(isDestroyed()).toBe(false);
  });

  it('says that the file is whole when the stack cannot be removed', async () => {
    stage.programs.answer('cdk destroy', { code: 1 });
    const { code, shown } = await stage.run(uninstall, ['--confirm', '4711']);

    expect(code).toBe(1);
    expect(shown).toContain('the exported file is whole');
    expect(shown).not.toContain('The stack is gone');
  });

  it('only exports when that is asked, and keeps the file from others', async () => {
    const { code } = await stage.run(uninstall, ['--export-only']);

    expect(code).toBe(0);
    expect(exported()).toHaveLength(1);
    expect(isDestroyed()).toBe(false);
    expect(existsSync(path.join(stage.root, 'installation.json'))).toBe(true);
  });

  it('says so when there is nothing', async () => {
    stage.programs.setStack(null);

    expect((await stage.run(uninstall, [])).shown).toContain('There is no stack DealStageInsights in eu-central-1.');
  });
});
