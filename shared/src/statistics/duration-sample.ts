/**
 * Durations under observation, one row a subject, as columns. Any one unit of time.
 * A row is at risk at age t when `entry < t <= time`. Ages count as equal within 1.5e-8 of the mean age, and at least of
 * one unit: in days, visits that last a millisecond more or less tie, in ms of short visits they do not. R's results on the
 * same log in days agree with those in days.
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
