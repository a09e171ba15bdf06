import { describe, expect, it } from 'vitest';
import { parseStackParameters } from '../../infra/stack-parameters.ts';

const given = (values: Record<string, unknown>) => (name: string) =>
  ({ portalId: '62515', appId: '54321', adminEmails: 'Ada@Example.com', ...values })[name];

describe('parseStackParameters', () => {
  it('needs the account, the app and one admin, and fills in the rest', () => {
    expect(parseStackParameters(given({}))).toEqual({
      portalId: '62515',
      appId: '54321',
      adminEmails: ['ada@example.com'],
      alarmEmail: 'ada@example.com',
      monthlyBudgetUsd: 10,
      logRetentionDays: 30,
      reconcileMinutes: 15,
      takesWebhookV1: false,
      hasDashboard: true,
      customDomain: null,
    });
  });

  it('lists every fault at once, with the value and what would do', () => {
    const faulty = given({ portalId: 'abc', adminEmails: 'nobody', logRetentionDays: 31, reconcileMinutes: 1 });

    expect(() => parseStackParameters(faulty)).toThrow(
      /portalId is "abc": give the number[\s\S]*adminEmails is "nobody"[\s\S]*logRetentionDays is "31"[\s\S]*reconcileMinutes is "1"/,
    );
  });

  it.each([
    ['a name without a certificate', { domainName: 'insights.example.com' }, /certificateArn is ""/],
    [
      'a certificate without a name',
      { certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/x' },
      /domainName is ""/,
    ],
  ])('refuses a custom domain of %s', (_, values, fault) => {
    expect(() => parseStackParameters(given(values))).toThrow(fault);
  });

  it('leaves the dashboard out when asked to', () => {
    expect(parseStackParameters(given({ dashboard: 'no' })).hasDashboard).toBe(false);
    expect(() => parseStackParameters(given({ dashboard: 'maybe' }))).toThrow('dashboard is "maybe": give yes or no');
  });

  it('takes a custom domain with its certificate', () => {
    const certificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/1f';

    expect(parseStackParameters(given({ domainName: 'insights.example.com', certificateArn })).customDomain).toEqual({
      domainName: 'insights.example.com',
      certificateArn,
    });
  });
});
