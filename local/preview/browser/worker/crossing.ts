/** Kinds of objects that survive the way from the worker to the page as they are. */
const SURVIVING = new Set<object | null>([Object.prototype, null, Date.prototype, Map.prototype, Set.prototype]);

/** Why a value would not arrive at the page as the card means it, or null. Arrays and plain objects are looked through. */
export function lossOnTheWay(value: unknown, path: string, above: readonly object[] = []): string | null {
  if (typeof value === 'symbol') return `${path} is a symbol`;
  if (typeof value !== 'object' || value === null) return null;
  if (above.includes(value)) return `${path} contains itself`;
  if (Array.isArray(value)) return firstLoss(value.entries(), path, [...above, value]);
  if (Reflect.has(value, '$$typeof')) return `${path} is an element: only children (and overlay) may be elements`;
  if (value instanceof Promise) return `${path} is a promise: await it first`;
  const prototype = Reflect.getPrototypeOf(value);
  if (!SURVIVING.has(prototype))
    return `${path} is an instance of ${prototype?.constructor.name ?? 'a class'}: its methods and getters stay behind`;
  return firstLoss(Object.entries(value), path, [...above, value]);
}

function firstLoss(
  entries: Iterable<readonly [string | number, unknown]>,
  path: string,
  above: readonly object[],
): string | null {
  for (const [key, value] of entries) {
    const loss = lossOnTheWay(value, typeof key === 'number' ? `${path}[${key}]` : `${path}.${key}`, above);
    if (loss !== null) return loss;
  }
  return null;
}
