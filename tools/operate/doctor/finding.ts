/** One line of the doctor's table. */
export interface Finding {
  readonly what: string;
  readonly isOk: boolean;
  readonly seen: string;
  /** What to do, where something is to be done. */
  readonly remedy?: string;
}

export const ok = (what: string, seen: string): Finding => ({ what, isOk: true, seen });

export const attention = (what: string, seen: string, remedy: string): Finding => ({ what, isOk: false, seen, remedy });
