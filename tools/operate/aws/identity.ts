import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { OperateError } from '../operate-error.ts';
import { atAws } from './aws-fault.ts';

interface Identity {
  readonly accountId: string;
  readonly arn: string;
}

/** Who these credentials are. */
export async function readIdentity(region: string): Promise<Identity> {
  const sts = new STSClient({ region });
  const { Account, Arn } = await atAws('say whose credentials these are', () =>
    sts.send(new GetCallerIdentityCommand()),
  );
  return { accountId: Account ?? '', arn: Arn ?? '' };
}

/** Stops when the credentials belong to another account than the one that was confirmed. */
export async function assertSameAccount(installation: {
  readonly region: string;
  readonly awsAccountId?: string | undefined;
}): Promise<Identity> {
  const identity = await readIdentity(installation.region);
  const expected = installation.awsAccountId;
  if (expected !== undefined && expected !== identity.accountId)
    throw new OperateError(
      `Wrong AWS account: these credentials belong to ${identity.accountId}, this installation lives in ${expected}.`,
      `Choose the profile of ${expected} (AWS_PROFILE). To move to another account see docs/operations.md.`,
    );
  return identity;
}
