import { DAY_MS, type EpochMs } from '@deal-stage-insights/shared';

/** Which instant is meant where clocks are set back and an hour comes twice. */
export type Coming = 'first' | 'second';

/**
 * The instant at which the clocks of a zone show a day and time. An hour that clocks leap over is taken as if they had not
 * leapt: it lies as long after the leap as it lies in the hour. As Temporal has it: `first` is its `compatible`, `second` its
 * `later`. (Temporal itself is not in Node yet, and its polyfill weighs a tenth of a function's bundle.)
 * @param wallMs what the clocks show, as if it were UTC, epoch ms.
 * @example instantOfWallClock(Date.UTC(2026, 6, 1, 9), 'Europe/Paris', 'first') // 07:00 UTC
 */
export function instantOfWallClock(wallMs: number, timeZone: string, coming: Coming): EpochMs {
  const day = Math.floor(wallMs / DAY_MS);
  const [before, after] = [offsetOfDay(day - 1, timeZone), offsetOfDay(day + 2, timeZone)];
  if (before === after) return wallMs - before;
  const shown = [wallMs - before, wallMs - after].filter((at) => at + offsetMs(at, timeZone) === wallMs);
  if (shown.length === 0) return wallMs - before;
  return coming === 'first' ? Math.min(...shown) : Math.max(...shown);
}

const offsets = new Map<string, Map<number, number>>();

/** At the midnight of UTC with which a day begins, days since 1970; known by heart: all hours of a day ask for the same. */
function offsetOfDay(day: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, known);
  const offset = known.get(day) ?? offsetMs(day * DAY_MS, timeZone);
  known.set(day, offset);
  return offset;
}

/** By how much the clocks of a zone are ahead of UTC, in whole seconds. */
function offsetMs(at: EpochMs, timeZone: string): number {
  const parts = new Map(
    clockFormat(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(at / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does. */
function clockFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}
