/** Why something failed, in words for the person who named the files. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const path = 'path' in cause && typeof cause.path === 'string' ? cause.path : 'An input';
  switch ('code' in cause ? cause.code : undefined) {
    case 'ENOENT':
      return `${path} does not exist.`;
    case 'EISDIR':
      return `${path} is a folder where a file is needed.`;
    case 'EACCES':
      return `${path} may not be read or written by this account.`;
    default:
      return cause.message;
  }
}
