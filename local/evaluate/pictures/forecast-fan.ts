import { iso, type DueForecast } from '../summary.ts';
import { amountText, amountTicks } from './amounts.ts';
import { element, GRID, label, picture, SAID, SEEN } from './svg.ts';

const [WIDTH, PANEL, LEFT, RIGHT, TOP] = [760, 220, 70, 40, 92];
const PANEL_STEP = PANEL + 76;
/** A date label needs about this many pixels. */
const DATE_WIDTH = 84;

const PARTS = [
  { part: 'total', heading: 'In all: open deals and new ones' },
  { part: 'open', heading: 'Open deals alone' },
] as const;

/** What was said at each landmark (p10 to p90, and the median) and what then came: in all, and of open deals. */
export function forecastFan(forecasts: readonly DueForecast[], horizonDays: number): string {
  const panels = PARTS.map(({ part, heading }) => ({
    heading,
    rows: forecasts.filter((row) => row.part === part),
  })).filter(({ rows }) => rows.length > 0);
  const title = `Revenue of the next ${horizonDays} days: said and seen`;
  const none = 'Insufficient: no amounts, or too little known at every landmark.';
  const frame = {
    id: 'forecast-fan',
    title,
    description:
      panels.length === 0 ? none : panels.map(({ heading, rows }) => `${heading}: ${inWords(rows)}.`).join(' '),
    width: WIDTH,
    height: panels.length === 0 ? 90 : TOP + panels.length * PANEL_STEP,
  };
  if (panels.length === 0) return picture(frame, [label(none, { x: 20, y: 64 })]);
  return picture(frame, [
    ...legend(),
    ...panels.flatMap(({ heading, rows }, place) => panelOf(rows, { heading, top: TOP + place * PANEL_STEP })),
  ]);
}

function panelOf(rows: readonly DueForecast[], { heading, top }: { readonly heading: string; readonly top: number }) {
  const ticks = amountTicks(rows.reduce((most, { p90, actual }) => Math.max(most, p90, actual ?? 0), 0));
  const highest = ticks.at(-1) ?? 1;
  const [first, last] = [rows[0]?.landmark ?? 0, rows.at(-1)?.landmark ?? 0];
  const inner = WIDTH - LEFT - RIGHT - 40;
  const x = ({ landmark }: DueForecast): number =>
    LEFT + 20 + (first === last ? inner / 2 : ((landmark - first) / (last - first)) * inner);
  const y = (amount: number): number => top + 24 + PANEL * (1 - amount / highest);
  const points = (of: (row: DueForecast) => number): string[] =>
    rows.map((row) => `${x(row).toFixed(1)},${y(of(row)).toFixed(1)}`);
  const every = Math.ceil((rows.length * DATE_WIDTH) / inner);
  return [
    label(heading, { x: 20, y: top + 6 }, { 'font-weight': 600 }),
    ...ticks.flatMap((tick) => [
      element('line', { x1: LEFT, y1: y(tick), x2: WIDTH - RIGHT, y2: y(tick), stroke: GRID }),
      label(amountText(tick, highest), { x: LEFT - 8, y: y(tick) + 4 }, { 'text-anchor': 'end' }),
    ]),
    element('polygon', {
      points: [...points(({ p10 }) => p10), ...points(({ p90 }) => p90).toReversed()].join(' '),
      fill: SAID,
      'fill-opacity': '0.15',
    }),
    ...rows.map((row) =>
      element('line', { x1: x(row), y1: y(row.p10), x2: x(row), y2: y(row.p90), stroke: SAID, 'stroke-width': 3 }),
    ),
    element('polyline', { points: points(({ p50 }) => p50).join(' '), fill: 'none', stroke: SAID, 'stroke-width': 2 }),
    ...rows.flatMap((row) => (row.actual === null ? [] : [seenMark(x(row), y(row.actual))])),
    ...rows
      .filter((_, place) => place % every === 0)
      .map((row) =>
        label(iso(row.landmark).slice(0, 10), { x: x(row), y: top + PANEL + 46 }, { 'text-anchor': 'middle' }),
      ),
  ];
}

/** A diamond: not told from what was said by its colour alone. */
function seenMark(x: number, y: number): string {
  const corners = [`${x},${y - 6}`, `${x + 6},${y}`, `${x},${y + 6}`, `${x - 6},${y}`];
  return element('polygon', { points: corners.join(' '), fill: SEEN, stroke: '#fff' });
}

function legend(): readonly string[] {
  return [
    element('line', { x1: 26, y1: 44, x2: 26, y2: 60, stroke: SAID, 'stroke-width': 3 }),
    label('said: p10 to p90, eight of ten are meant to lie inside', { x: 38, y: 57 }),
    element('line', { x1: 386, y1: 52, x2: 410, y2: 52, stroke: SAID, 'stroke-width': 2 }),
    label('said: the median', { x: 418, y: 57 }),
    seenMark(552, 52),
    label('seen', { x: 566, y: 57 }),
  ];
}

function inWords(rows: readonly DueForecast[]): string {
  return rows
    .map(({ landmark, p10, p50, p90, actual }) => {
      const amount = (value: number): string => amountText(value, p90);
      const seen = actual === null ? 'not due' : `seen ${amount(actual)}`;
      return `${iso(landmark)} said ${amount(p50)} (${amount(p10)} to ${amount(p90)}), ${seen}`;
    })
    .join('; ');
}
