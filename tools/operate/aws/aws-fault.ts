import { OperateError } from '../operate-error.ts';

const LOG_IN = 'Log in (aws sso login, or aws configure), set AWS_PROFILE if you use profiles, and try again.';
const NO_CREDENTIALS = new Set(['CredentialsProviderError', 'TokenProviderError']);
const BAD_CREDENTIALS = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
]);
const DENIED = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation']);

/** Does one thing at AWS; a failure says in words what could not be done, and why. AWS's own messages hold no secret of ours. */
export async function atAws<T>(what: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof OperateError || !(error instanceof Error)) throw error;
    throw faultOf(what, error);
  }
}

function faultOf(what: string, cause: Error): OperateError {
  if (NO_CREDENTIALS.has(cause.name)) return new OperateError('There are no AWS credentials here.', LOG_IN, { cause });
  if (BAD_CREDENTIALS.has(cause.name))
    return new OperateError(
      `AWS does not accept these credentials (${cause.name}).`,
      `${LOG_IN} A clock that is minutes off has the same effect.`,
      { cause },
    );
  if (DENIED.has(cause.name))
    return new OperateError(
      `AWS refuses to ${what}: ${cause.message}`,
      'Use a role that may, or ask whoever administers the AWS account.',
      { cause },
    );
  return new OperateError(
    `AWS could not ${what}: ${cause.name}: ${cause.message}`,
    'Check the network and the region, and try again.',
    { cause },
  );
}
