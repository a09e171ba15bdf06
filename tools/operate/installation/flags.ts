import { parseArgs } from 'node:util';
import { OperateError } from '../operate-error.ts';
import type { Draft } from './installation.ts';

/** Reads flags; an unknown or malformed one is one sentence. */
export function readFlags<T extends NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>>(
  args: readonly string[],
  options: T,
  command: string,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new OperateError(`${reason}.`, `See npm run ${command} -- --help.`, { cause });
  }
}

export const SETTING_FLAGS = {
  'portal-id': { type: 'string' },
  'app-id': { type: 'string' },
  'admin-emails': { type: 'string' },
  'alarm-email': { type: 'string' },
  region: { type: 'string' },
  budget: { type: 'string' },
} as const;

/** The settings among the flags. */
export function settingsIn(flags: Partial<Record<keyof typeof SETTING_FLAGS, string>>): Draft {
  const given: Draft = {
    portalId: flags['portal-id'],
    appId: flags['app-id'],
    adminEmails: flags['admin-emails'] === undefined ? undefined : emailsIn(flags['admin-emails']),
    alarmEmail: flags['alarm-email'],
    region: flags.region,
    monthlyBudgetUsd: flags.budget,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

export const emailsIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((address) => address.trim().toLowerCase())
    .filter((address) => address !== '');
