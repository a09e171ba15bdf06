import { describe, expect, it } from 'vitest';
import { CODE_VERSION } from '../../../../functions/code-version.ts';
import { span } from '../../../../tools/operate/doctor/ago.ts';
import { healthFindings } from '../../../../tools/operate/doctor/checks/health-findings.ts';
import { signatureFindings } from '../../../../tools/operate/doctor/checks/signature-findings.ts';
import type { Finding } from '../../../../tools/operate/doctor/finding.ts';
import type { HealthAnswer, SeenHealth } from '../../../../tools/operate/hubspot/signed-health.ts';

const NOW = Date.parse('2026-03-02T09:00:00Z');
const DAY_MS = 86_400_000;

const aHealth = (overrides: Partial<SeenHealth> = {}): SeenHealth => ({
  version: CODE_VERSION,
  status: 'ok',
  deals: { recorded: 10, deleted: 0 },
  shardsBehind: 0,
  lastWebhookAt: NOW - 1000,
  lastReadAt: NOW,
  lastNightlyAt: NOW - DAY_MS,
  backfill: { state: 'done', dealsRead: 10, dealsFound: 10, waitsUntil: null },
  mismatches: 0,
  deadLetters: { count: 0, reasons: [] },
  webhooks: { state: 'arriving' },
  erasures: { underWay: 0, oldestAskedAt: null },
  ...overrides,
});
const troubles = (findings: readonly Finding[]) =>
  findings.filter(({ isOk }) => !isOk).map(({ what, seen }) => `${what}: ${seen}`);

describe('healthFindings', () => {
  it('has nothing to say against a healthy backend, nor while it reads for the first time', () => {
    const reading = aHealth({
      backfill: { state: 'running', dealsRead: 3, dealsFound: null, waitsUntil: null },
      lastNightlyAt: null,
    });

    expect(troubles(healthFindings(aHealth(), NOW))).toEqual([]);
    expect(troubles(healthFindings(reading, NOW))).toEqual([]);
  });

  it('says how long a backfill waits for the calls of the next day', () => {
    const backfill = { state: 'running', dealsRead: 3, dealsFound: 9, waitsUntil: NOW + 3 * 3_600_000 } as const;
    const seen = (at: number) =>
      healthFindings(aHealth({ backfill }), at).find(({ what }) => what === 'backfill')?.seen;

    expect(seen(NOW)).toBe("running: 3 of 9 deals read; waits 3 hours for the next day's calls to HubSpot");
    expect(seen(NOW + 4 * 3_600_000)).toBe('running: 3 of 9 deals read');
  });

  it.each<[string, Partial<SeenHealth>]>([
    [`version: 0 runs, this folder has ${CODE_VERSION}`, { version: '0' }],
    ['webhooks: none has arrived yet', { lastWebhookAt: null }],
    ['webhooks: none for 4 days', { lastWebhookAt: NOW - 4 * DAY_MS }],
    ['backfill: never ran', { backfill: null }],
    ['backfill: failed', { backfill: { state: 'failed', dealsRead: 1, dealsFound: 2, waitsUntil: null } }],
    ['reports: the nightly job last ran 2 days ago', { lastNightlyAt: NOW - 2 * DAY_MS }],
    [
      'webhooks: none for 2 hours, though HubSpot changed deals since',
      { webhooks: { state: 'silent' }, lastWebhookAt: NOW - 7_200_000 },
    ],
    [
      'in step: 3 deals differ from HubSpot, 2 of them set aside: HubSpot answered in an unknown form.',
      {
        mismatches: 3,
        deadLetters: { count: 2, reasons: [{ reason: 'HubSpot answered in an unknown form.', count: 2 }] },
      },
    ],
    [
      'erasures: 1 under way, the oldest for 4 hours',
      { erasures: { underWay: 1, oldestAskedAt: NOW - 4 * 3_600_000 } },
    ],
    ['reports: 7 of 256 parts were older than their records at the last comparison', { shardsBehind: 7 }],
  ])('%s', (trouble, overrides) => {
    const findings = healthFindings(aHealth(overrides), NOW);

    expect(troubles(findings)).toEqual([trouble]);
    expect(findings.find(({ isOk }) => !isOk)?.remedy).not.toBe('');
  });
});

describe('signatureFindings', () => {
  const healthy: HealthAnswer = { kind: 'healthy', health: aHealth() };
  const refused = (status: number): HealthAnswer => ({ kind: 'refused', status });

  it('is content when the signed request is let in and the unsigned one is not', () => {
    expect(troubles(signatureFindings(healthy, refused(401)))).toEqual([]);
  });

  it('cries out when an unsigned request is let in', () => {
    expect(troubles(signatureFindings(healthy, healthy))).toEqual(['unsigned request: LET IN']);
  });

  it.each([404, 500])('does not take %i for a refusal', (status) => {
    expect(troubles(signatureFindings(healthy, refused(status)))).toEqual([`unsigned request: answered ${status}`]);
  });

  it.each<[string, HealthAnswer]>([
    ['signed request: refused (401)', refused(401)],
    ['signed request: refused (403)', refused(403)],
    ['signed request: answered 503', refused(503)],
    ['signed request: no client secret is stored', { kind: 'no-secret' }],
    ['signed request: no answer (TimeoutError)', { kind: 'unreachable', reason: 'TimeoutError' }],
  ])('%s', (trouble, signed) => {
    expect(troubles(signatureFindings(signed, refused(401)))).toEqual([trouble]);
  });
});

describe('span', () => {
  it.each([
    [0, '0 seconds'],
    [999, '0 seconds'],
    [1000, '1 second'],
    [3_600_000 * 47, '1 day'],
    [-5, '0 seconds'],
  ])('%i ms is %s', (ms, words) => {
    expect(span(ms)).toBe(words);
  });
});
