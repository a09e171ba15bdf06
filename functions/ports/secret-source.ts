export interface Secrets {
  /** Static token of the private app; null where only signatures are checked. */
  readonly accessToken: string | null;
  /** The current client secret and, while rotating, the previous one. */
  readonly clientSecrets: readonly string[];
}

export interface SecretSource {
  /** Cached for a warm process. */
  read(): Promise<Secrets>;
  /** Reads again at the source (at most now and then): after HubSpot refused the token, or a signature did not match. */
  readAgain(): Promise<Secrets>;
}
