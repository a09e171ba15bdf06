/**
 * What an answer promises to a card that was built for it, and the present answer breaks: fields that are gone or of another
 * type. A figure may come or go (null), and an estimate may change its kind: the card knows both.
 */
export function brokenPromises(recorded: unknown, present: unknown, place = 'answer'): readonly string[] {
  if (recorded === null || present === null) return [];
  if (typeOf(recorded) !== typeOf(present)) return [`${place} was ${typeOf(recorded)} and is ${typeOf(present)}`];
  if (Array.isArray(recorded) && Array.isArray(present)) {
    return recorded.flatMap((item, index) =>
      index < present.length ? brokenPromises(item, present[index], `${place}[${index}]`) : [],
    );
  }
  if (!isObject(recorded) || !isObject(present)) return [];
  if (recorded['kind'] !== present['kind']) return [];
  return Object.entries(recorded).flatMap(([name, value]) =>
    name in present ? brokenPromises(value, present[name], `${place}.${name}`) : [`${place}.${name} is gone`],
  );
}

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'a list' : typeof value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
