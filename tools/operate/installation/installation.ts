import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { OperateError } from '../operate-error.ts';

const FILE = 'installation.json';

const email = z.string().regex(/^[^\s@,"<>]+@[^\s@,"<>]+\.[^\s@,"<>]+$/, 'an e-mail address is wanted');
const digits = z.string().regex(/^\d{1,15}$/, 'a number is wanted');
const wholeNumber = (from: number, to: number) =>
  z.coerce.number({ error: 'a number is wanted' }).int('a whole number is wanted').min(from).max(to);

const schema = z.strictObject({
  portalId: digits,
  /** 0 until HubSpot has made the app: nobody is let in before. */
  appId: digits.default('0'),
  adminEmails: z.array(email).min(1, 'at least one is wanted'),
  alarmEmail: email,
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a region such as eu-central-1 is wanted'),
  monthlyBudgetUsd: wholeNumber(1, 10_000).default(10),
  /** Written when the account was confirmed; another one is refused from then on. */
  awsAccountId: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  logRetentionDays: wholeNumber(1, 365).optional(),
  reconcileMinutes: wholeNumber(5, 1440).optional(),
  webhookV1: z.enum(['yes', 'no'], 'yes or no is wanted').optional(),
  dashboard: z.enum(['yes', 'no'], 'yes or no is wanted').optional(),
  domainName: z
    .string()
    .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'a host name is wanted')
    .optional(),
  certificateArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:acm:[\w:/-]+$/, 'the ARN of a certificate is wanted')
    .optional(),
});

/** What an admin decided about an installation. Holds no secret. */
export type Installation = Readonly<z.output<typeof schema>>;
export type InstallationName = keyof Installation;
export type Draft = Partial<Record<InstallationName, unknown>>;

/** What is kept in `installation.json`, not yet checked; nothing when there is no such file. */
export async function readDraft(root: string): Promise<Draft> {
  let text: string;
  try {
    text = await readFile(path.join(root, FILE), 'utf8');
  } catch {
    return {};
  }
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch (cause) {
    throw new OperateError(`${FILE} is not readable JSON.`, `Repair it, or delete it and answer the questions again.`, {
      cause,
    });
  }
}

/** Throws one error that names every setting that is missing or wrong. */
export function parseInstallation(draft: Draft): Installation {
  const parsed = schema.safeParse(draft);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path: [name], message, code }) =>
    code === 'unrecognized_keys' ? message : `${String(name)}: ${faultOf(draft, name, message)}`,
  );
  throw new OperateError(
    `Settings: ${faults.join('; ')}.`,
    `Give them as flags (npm run deploy -- --help) or in ${FILE}.`,
  );
}

const faultOf = (draft: Draft, name: PropertyKey | undefined, message: string): string =>
  Object.entries(draft).some(([key, value]) => key === name && value !== undefined) ? message : 'missing';

/** Whether one answer would do: the fault, or null. */
export function faultIn(name: InstallationName, value: unknown): string | null {
  const parsed = schema.shape[name].safeParse(value);
  return parsed.success ? null : (parsed.error.issues[0]?.message ?? 'not understood');
}

export async function loadInstallation(root: string): Promise<Installation> {
  const draft = await readDraft(root);
  if (Object.keys(draft).length === 0)
    throw new OperateError(
      `There is no ${FILE}: nothing is installed from this folder.`,
      'Run npm run deploy first, or copy the file here.',
    );
  return parseInstallation(draft);
}

/** Written beside and renamed, so that a full disk or Ctrl-C never leaves half a file. */
export async function saveInstallation(root: string, installation: Installation): Promise<void> {
  const file = path.join(root, FILE);
  await writeFile(`${file}.new`, `${JSON.stringify(installation, null, 2)}\n`);
  await rename(`${file}.new`, file);
}

/** The parameters of the stack. */
export function cdkContext(installation: Installation): readonly string[] {
  const { adminEmails, region: _region, awsAccountId: _account, ...numbers } = installation;
  const parameters = Object.entries({ ...numbers, adminEmails: adminEmails.join(',') });
  return parameters.flatMap(([name, value]) => (value === undefined ? [] : ['-c', `${name}=${value}`]));
}
