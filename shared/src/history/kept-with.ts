/**
 * A pure function of a value that never changes, and of what else is asked (plain JSON): its last answer stays as long as the
 * value does. For what several reports need of the same visits; answers are not to be changed either.
 * @example const entries = keptWith(readEntries); entries(known) === entries(known) // true
 */
export function keptWith<Of extends WeakKey, Asked extends readonly unknown[], Answer>(
  make: (of: Of, ...asked: Asked) => Answer,
): (of: Of, ...asked: Asked) => Answer {
  const kept = new WeakMap<Of, { readonly key: string; readonly answer: Answer }>();
  return (of, ...asked) => {
    const key = JSON.stringify(asked);
    const last = kept.get(of);
    if (last?.key === key) return last.answer;
    const answer = make(of, ...asked);
    kept.set(of, { key, answer });
    return answer;
  };
}
