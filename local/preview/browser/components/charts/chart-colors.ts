import type { ChartAxisPair, ChartColor, ChartOptions } from '@hubspot/ui-extensions';

const HEX: Readonly<Record<ChartColor, string>> = {
  orange: '#fea58e',
  aqua: '#51d3d9',
  purple: '#bda9ea',
  yellow: '#f5c78e',
  pink: '#ea90b1',
  blue: '#4fb1cc',
  green: '#a2d28f',
  darkOrange: '#d36c50',
  darkAqua: '#0b8f8f',
  darkPurple: '#6a78d1',
  darkYellow: '#c78325',
  darkPink: '#c9527b',
  darkBlue: '#2d6f8e',
  darkGreen: '#4f8f3a',
};
const IN_TURN: readonly ChartColor[] = [
  'blue',
  'orange',
  'purple',
  'yellow',
  'pink',
  'green',
  'aqua',
  'darkBlue',
  'darkOrange',
];

/** The colour of each group: the one named for it, else the next of the list. */
export function groupColors(groups: readonly string[], axes: ChartAxisPair, options: ChartOptions): readonly string[] {
  const list = options.colorList ?? options.colors ?? IN_TURN;
  return groups.map((group, index) => HEX[axes.options?.colors?.[group] ?? list[index % list.length] ?? 'blue']);
}
