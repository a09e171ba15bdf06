import { assertTokenFits, clockSkewMs } from '../../hubspot/account.ts';
import { OperateError } from '../../operate-error.ts';
import type { Workbench } from '../../workbench.ts';
import { attention, type Finding, ok } from '../finding.ts';

const SKEW_ALLOWED_MS = 60_000;

/** Whether HubSpot accepts the stored token for this account, with every scope. */
export async function tokenFinding(bench: Workbench, token: string | undefined, portalId: string): Promise<Finding> {
  const what = 'token and scopes';
  if (token === undefined) return attention(what, 'no token is stored', 'Run npm run deploy -- --only secret.');
  try {
    await assertTokenFits(bench, token, portalId);
    return ok(what, `accepted by account ${portalId}, every scope`);
  } catch (error) {
    if (error instanceof OperateError) return attention(what, error.message, error.remedy);
    throw error;
  }
}

export async function clockFinding(bench: Workbench): Promise<Finding> {
  const skewMs = await clockSkewMs(bench).catch(() => null);
  if (skewMs === null) return attention('clock', 'HubSpot did not say the time', 'Check the network and try again.');
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  return Math.abs(skewMs) <= SKEW_ALLOWED_MS
    ? ok('clock', 'agrees with HubSpot')
    : attention(
        'clock',
        `this machine is ${seconds} s ${skewMs > 0 ? 'ahead' : 'behind'}`,
        'Set its clock: signatures made here are refused otherwise.',
      );
}
