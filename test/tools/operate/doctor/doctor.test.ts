import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deploy } from '../../../../tools/operate/deploy/deploy.ts';
import { doctor } from '../../../../tools/operate/doctor/diagnose.ts';
import { openStage, type Stage } from '../support/stage.ts';

const SETTINGS = ['--portal-id', '4711', '--admin-emails', 'ann@example.com', '--region', 'eu-central-1', '--yes'];

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  stage.programs.setStack('UPDATE_ROLLBACK_COMPLETE');
});
afterEach(() => stage.close());

describe('doctor', () => {
  it('lists everything that needs attention at once, each with what to do, and exits with 1', async () => {
    await stage.run(deploy, [...SETTINGS, '--only', 'check']);
    stage.aws.messages = { 'ingest-dead-letters': 3, 'unattended-dead-letters': 1, ingest: 5000 };
    const { code, shown } = await stage.run(doctor, []);

    expect(code).toBe(1);
    expect(shown).toMatch(/✗ attention {2}stack +UPDATE_ROLLBACK_COMPLETE/);
    expect(shown).toMatch(/✗ attention {2}signed request +no client secret is stored/);
    expect(shown).toMatch(/✗ attention {2}token and scopes +no token is stored/);
    expect(shown).toMatch(/✗ attention {2}reconcile +has not begun/);
    expect(shown).toMatch(/✗ attention {2}waiting, ingest +5000/);
    expect(shown).toMatch(/✗ attention {2}dead letters, ingest +3/);
    expect(shown).toContain('then npm run redrive');
    expect(shown).toMatch(/✓ ok +waiting, rollup +0/);
    const attention = shown.match(/^✗ attention/gm) ?? [];
    expect(shown.match(/^- /gm)).toHaveLength(attention.length);
  });

  it('says that a half-deployed stack comes first', async () => {
    await stage.run(deploy, [...SETTINGS, '--only', 'check']);
    stage.programs.setStack('UPDATE_ROLLBACK_FAILED');

    expect((await stage.run(doctor, [])).shown).toContain('continue-update-rollback');
  });

  it('says that nothing is installed from this folder', async () => {
    const { code, shown } = await stage.run(doctor, []);

    expect(code).toBe(1);
    expect(shown).toContain('There is no installation.json: nothing is installed from this folder.');
  });

  it('shows a clock that would make every signature stale', async () => {
    await stage.run(deploy, [...SETTINGS, '--only', 'check']);
    const { shown } = await stage.run(doctor, [], { now: () => Date.parse('2026-03-02T09:10:00Z') });

    expect(shown).toMatch(/✗ attention {2}clock +this machine is \d+ s ahead/);
  });
});
