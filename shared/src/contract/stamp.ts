/** Input versions a report was made from, by input name (for example `blocks`, `pipelines`, `settings`). */
export type Position = Readonly<Record<string, string>>;

/** What every report carries: the instant it speaks of, what it was made from, and by which version of the core. */
export interface Stamp {
  /** Epoch ms. */
  readonly asOf: number;
  readonly position: Position;
  readonly modelVersion: string;
}
