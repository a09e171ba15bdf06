import type { Clock } from '../../functions/ports/clock.ts';

/** Someone the preview can act as: HubSpot would know them by their session. */
export interface PreviewUser {
  readonly userId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly teams: readonly { readonly teamId: string; readonly name: string }[];
  /** What the panel calls them, for example "rep" or "manager". The backend decides by itself what they may see. */
  readonly role: string;
}

export interface PreviewOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where requests of the cards go: the backend on this machine. */
  readonly backendUrl: string;
  /** What the cards call and what is signed: the URL that HubSpot would call. */
  readonly publicBaseUrl: string;
  /** HubSpot's API, or the simulator: the record page reads deals, pipelines and owners there. */
  readonly hubspotUrl: string;
  readonly accessToken: string;
  readonly clientSecret: string;
  readonly portalId: string;
  readonly appId: string;
  /** Stamps signatures, so it is the clock that the backend checks them with. */
  readonly clock: Clock;
  /** At least one; the first is acted as until another is chosen. */
  readonly users: readonly PreviewUser[];
  readonly currency: string;
  readonly timeZone: string;
  /** BCP 47; `en-US` when absent. */
  readonly locale?: string;
  /** A real portal: the panel then offers no moves and the server refuses them. */
  readonly readOnly: boolean;
}

export interface Preview {
  readonly url: string;
  close(): Promise<void>;
}
