/** What an admin decides about an installation. Comes from `cdk.json`'s context or `-c name=value`. */
export interface StackParameters {
  readonly portalId: string;
  readonly appId: string;
  readonly adminEmails: readonly string[];
  readonly alarmEmail: string;
  readonly monthlyBudgetUsd: number;
  readonly logRetentionDays: number;
  /** How often reconcile looks for changes that no webhook told. */
  readonly reconcileMinutes: number;
  /** Takes webhooks that carry only a signature of version 1, which says nothing of when it was made. */
  readonly takesWebhookV1: boolean;
  /** A CloudWatch dashboard; an account has three for free, a further one costs 3 USD a month. */
  readonly hasDashboard: boolean;
  readonly customDomain: { readonly domainName: string; readonly certificateArn: string } | null;
}

type Context = (name: string) => unknown;

/** Log retention periods that CloudWatch knows. */
const RETENTION_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365];

/**
 * Reads and checks the parameters. Throws one error that lists every fault with the value that was given and what would do.
 * Defaults: alarms go to the first admin, 10 USD a month, logs for 30 days, reconcile every 15 minutes, AWS's own domain.
 */
export function parseStackParameters(context: Context): StackParameters {
  const faults: string[] = [];
  const text = (name: string): string => {
    const value = context(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const checked = (name: string, pattern: RegExp, wanted: string): string => {
    const value = text(name);
    if (!pattern.test(value))
      faults.push(`${name} is ${value === '' ? 'missing' : `"${value}"`}: give ${wanted}, with -c ${name}=…`);
    return value;
  };
  const wholeNumber = (name: string, fallback: number, allowed: (value: number) => boolean, wanted: string): number => {
    const given = text(name);
    const value = given === '' ? fallback : Number(given);
    if (!Number.isInteger(value) || !allowed(value))
      faults.push(`${name} is "${given}": give ${wanted}, with -c ${name}=…`);
    return value;
  };

  const portalId = checked('portalId', /^\d{1,15}$/, 'the number of the HubSpot account');
  const appId = checked('appId', /^\d{1,15}$/, 'the number of the HubSpot app');
  const email = String.raw`[^\s@,"<>]+@[^\s@,"<>]+\.[^\s@,"<>]+`;
  const adminEmails = checked(
    'adminEmails',
    new RegExp(String.raw`^${email}(\s*,\s*${email})*$`),
    'e-mail addresses of the HubSpot users who administer the app, separated by commas',
  )
    .split(',')
    .map((address) => address.trim().toLowerCase());
  const alarmEmail =
    text('alarmEmail') === ''
      ? (adminEmails[0] ?? '')
      : checked('alarmEmail', new RegExp(`^${email}$`), 'one e-mail address for alarms');
  const monthlyBudgetUsd = wholeNumber(
    'monthlyBudgetUsd',
    10,
    (value) => value >= 1 && value <= 10_000,
    'whole US dollars from 1 to 10000',
  );
  const logRetentionDays = wholeNumber(
    'logRetentionDays',
    30,
    (value) => RETENTION_DAYS.includes(value),
    `one of ${RETENTION_DAYS.join(', ')}`,
  );
  const reconcileMinutes = wholeNumber(
    'reconcileMinutes',
    15,
    (value) => value >= 5 && value <= 1440,
    'minutes from 5 to 1440',
  );
  const webhookV1 = text('webhookV1') === '' ? 'no' : checked('webhookV1', /^(yes|no)$/, 'yes or no');
  const dashboard = text('dashboard') === '' ? 'yes' : checked('dashboard', /^(yes|no)$/, 'yes or no');
  const customDomain = parseDomain(text('domainName'), text('certificateArn'), faults);

  if (faults.length > 0) throw new Error(`Stack parameters:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  return {
    portalId,
    appId,
    adminEmails,
    alarmEmail,
    monthlyBudgetUsd,
    logRetentionDays,
    reconcileMinutes,
    takesWebhookV1: webhookV1 === 'yes',
    hasDashboard: dashboard === 'yes',
    customDomain,
  };
}

function parseDomain(domainName: string, certificateArn: string, faults: string[]): StackParameters['customDomain'] {
  if (domainName === '' && certificateArn === '') return null;
  if (!/^([a-z0-9-]+\.)+[a-z]{2,}$/.test(domainName))
    faults.push(`domainName is "${domainName}": give a host name such as insights.example.com, with -c domainName=…`);
  if (!/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/.+$/.test(certificateArn)) {
    faults.push(
      `certificateArn is "${certificateArn}": give the ARN of an issued ACM certificate in the stack's region, with -c certificateArn=…`,
    );
  }
  return { domainName, certificateArn };
}
