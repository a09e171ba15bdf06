/** What the person who started the evaluation can mend, in one sentence. */
export class EvaluateError extends Error {
  override readonly name = 'EvaluateError';
}
