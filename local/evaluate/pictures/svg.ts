/** An element of a picture, as text. Attribute names come from the program, values and text are escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(coordinate(value))}"`);
  return `<${name}${written.join('')}>${children.join('')}</${name}>`;
}

/** Text at a place. */
export function label(
  text: string,
  at: { readonly x: number; readonly y: number },
  attributes: Readonly<Record<string, string | number>> = {},
): string {
  return element('text', { ...at, ...attributes }, escaped(text));
}

export interface Picture {
  /** Of the file: two pictures may stand in one page. */
  readonly id: string;
  readonly title: string;
  /** What is to be seen, in words, for who cannot see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** A whole picture on white, with its title and description for screen readers. */
export function picture({ id, title, description, width, height }: Picture, shapes: readonly string[]): string {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-description`,
    'font-family': 'system-ui, sans-serif',
    'font-size': 13,
    fill: INK,
  };
  const named = [
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-description` }, escaped(description)),
    element('rect', { width, height, fill: '#fff' }),
    label(title, { x: 20, y: 28 }, { 'font-size': 16, 'font-weight': 600 }),
  ];
  return `${element('svg', attributes, '\n', [...named, ...shapes].join('\n'), '\n')}\n`;
}

export const INK = '#33475b';
export const GRID = '#dfe3eb';
export const SAID = '#007a8c';
export const SEEN = '#b5360b';

/** Tenths of a pixel are enough, and make equal pictures equal files. */
function coordinate(value: string | number): string {
  return typeof value === 'number' ? String(Number(value.toFixed(1))) : value;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
