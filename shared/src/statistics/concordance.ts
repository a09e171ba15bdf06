import type { DurationSample } from './duration-sample.ts';

/**
 * Does a higher score go with leaving sooner? The share of comparable pairs in which the row that left earlier had the
 * higher score, ties in the score counting one half (Harrell's C): 0.5 is chance, 1 perfect.
 *
 * A pair is comparable when the earlier age is an exit and the other row was still there: at equal ages an exit counts as
 * earlier than a censoring, two exits are not comparable. Null when no pair is. Late entry is not taken into account.
 * Cost: exits × rows, meant for some thousand rows.
 *
 * @example concordance({ time: [1, 2, 3], event: [1, 1, 0] }, [9, 5, 1]) // 1
 */
export function concordance(sample: DurationSample, score: readonly number[]): number | null {
  let pairs = 0;
  let concordant = 0;
  for (let i = 0; i < score.length; i += 1) {
    if ((sample.event[i] ?? 0) === 0) continue;
    const leftAt = sample.time[i] ?? 0;
    for (let j = 0; j < score.length; j += 1) {
      const age = sample.time[j] ?? 0;
      if (age < leftAt || (age === leftAt && (sample.event[j] ?? 0) > 0)) continue;
      pairs += 1;
      concordant += (1 + Math.sign((score[i] ?? 0) - (score[j] ?? 0))) / 2;
    }
  }
  return pairs === 0 ? null : concordant / pairs;
}
