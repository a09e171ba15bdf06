/** Body of `POST /v1/erase`. The account's id is repeated, so that nobody erases everything by mistake. */
export type EraseRequest =
  | { readonly scope: 'deal'; readonly dealId: string }
  /** An e-mail address or HubSpot's user id, as it stands in the settings. */
  | { readonly scope: 'user'; readonly user: string }
  | { readonly scope: 'portal'; readonly portalId: string };

/** Answer of it. Asking again answers how far it is, and starts nothing anew. */
export interface Erasure {
  readonly scope: EraseRequest['scope'];
  /** Null for a user, whose name is not written down again, and for a whole account. */
  readonly dealId: string | null;
  readonly askedAt: number;
  /** HubSpot's user id. */
  readonly askedByUserId: string;
  /**
   * Since when nothing is left in the table but the mark that keeps it away. Null while it is under way: a deal is unseen
   * at once, its traces in older blocks and reports are gone within the hour.
   */
  readonly finishedAt: number | null;
  /** Items removed so far. */
  readonly itemsRemoved: number;
}

export interface ErasureHealth {
  readonly underWay: number;
  readonly oldestAskedAt: number | null;
  /** Of the whole account, when that was asked for. */
  readonly portal: Pick<Erasure, 'askedAt' | 'finishedAt' | 'itemsRemoved'> | null;
}
