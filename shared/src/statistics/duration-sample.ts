/**
 * Durations under observation, one row a subject, as columns. Any one unit of time.
 * A row is at risk at age t when `entry < t <= time`.
 */
export interface DurationSample {
  /** Age at the exit, or at the last look when the subject has not left: finite and not negative. */
  readonly time: ArrayLike<number>;
  /** 0 = not left yet (censored); 1, 2, … = left, by this cause. */
  readonly event: ArrayLike<number>;
  /**
   * Age from which the row was watched (late entry). 0 or less: from the very beginning, so that durations of length 0
   * count. A row that ended before it was watched (`entry >= time`) says nothing and is left out. Null: all from the beginning.
   */
  readonly entry?: ArrayLike<number> | null;
}
