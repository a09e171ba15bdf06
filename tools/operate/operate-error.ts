/** A fault that an admin can do something about: one sentence on what is wrong, and what to do. Never holds a secret. */
export class OperateError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OperateError';
    this.remedy = remedy;
  }
}
