import { reliabilityByMass, wilsonInterval } from '@deal-stage-insights/shared';
import type { ScoredRow } from '../score.ts';
import { element, GRID, INK, label, picture, SAID, SEEN } from './svg.ts';

const SIDE = 400;
const [LEFT, TOP] = [80, 76];
const BINS = 10;

/** Of the deals said to be won with about p, how many were? Ten bins of equal mass, each with its 95 % Wilson bar. */
export function reliabilityDiagram(rows: readonly ScoredRow[], horizonDays: number): string {
  const scored = { forecast: rows.map(({ forecast }) => forecast), outcome: rows.map(({ outcome }) => outcome) };
  const bins = reliabilityByMass(scored, BINS).map((bin) => ({
    ...bin,
    seen: bin.successes / bin.n,
    ...wilsonInterval(bin.successes, bin.n),
  }));
  const said = bins.map(
    ({ meanForecast, seen, low, high, n }) =>
      `said ${percent(meanForecast)}, seen ${percent(seen)} (${percent(low)} to ${percent(high)}, ${n} rows)`,
  );
  const frame = {
    id: 'reliability',
    title: `Won within ${horizonDays} days: said and seen`,
    description:
      bins.length === 0
        ? 'Insufficient: no forecast has come due.'
        : `Bins of equal mass, from the lowest forecasts to the highest: ${said.join('; ')}.`,
    width: LEFT + SIDE + 40,
    height: TOP + SIDE + 84,
  };
  if (bins.length === 0) return picture(frame, [label('Insufficient: no forecast has come due.', { x: 20, y: 64 })]);
  return picture(frame, [
    label(`${bins.length} bins of about ${Math.round(rows.length / bins.length)} rows; bars: 95 % (Wilson)`, {
      x: 20,
      y: 52,
    }),
    ...axes(),
    ...bins.map(({ meanForecast, low, high }) =>
      element('line', { ...from(meanForecast, low), ...to(meanForecast, high), stroke: SAID, 'stroke-width': 2 }),
    ),
    ...bins.map(({ meanForecast, seen }) =>
      element('circle', { cx: x(meanForecast), cy: y(seen), r: 4.5, fill: SAID, stroke: '#fff' }),
    ),
    label('The rows of a deal repeat each other: the bars are rather too short.', { x: 20, y: TOP + SIDE + 72 }),
  ]);
}

function axes(): readonly string[] {
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  return [
    ...ticks.flatMap((tick) => [
      element('line', { ...from(0, tick), ...to(1, tick), stroke: GRID }),
      element('line', { ...from(tick, 0), ...to(tick, 1), stroke: GRID }),
      label(percent(tick), { x: LEFT - 8, y: y(tick) + 4 }, { 'text-anchor': 'end' }),
      label(percent(tick), { x: x(tick), y: TOP + SIDE + 20 }, { 'text-anchor': 'middle' }),
    ]),
    element('line', { ...from(0, 0), ...to(1, 1), stroke: SEEN, 'stroke-dasharray': '6 4' }),
    label('as said', { x: x(0.93), y: y(0.93) - 12 }, { 'text-anchor': 'end', fill: SEEN }),
    label('said', { x: x(0.5), y: TOP + SIDE + 44 }, { 'text-anchor': 'middle', fill: INK }),
    label('seen', { x: 0, y: 0 }, { transform: `translate(24 ${y(0.5)}) rotate(-90)`, 'text-anchor': 'middle' }),
  ];
}

const x = (share: number): number => LEFT + share * SIDE;
const y = (share: number): number => TOP + (1 - share) * SIDE;
const from = (across: number, up: number) => ({ x1: x(across), y1: y(up) });
const to = (across: number, up: number) => ({ x2: x(across), y2: y(up) });

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
