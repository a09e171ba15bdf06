/** Something the user can put right: its message is one sentence that says what to do, and nothing else is shown. */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}
