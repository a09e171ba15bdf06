const UNITS = [
  { size: 1e9, name: ' bn' },
  { size: 1e6, name: ' M' },
  { size: 1e3, name: ' k' },
] as const;

/** Round amounts from 0 to at least the highest, about five steps of 1, 2 or 5 times a power of ten. */
export function amountTicks(highest: number): readonly number[] {
  if (!(highest > 0)) return [0, 1];
  const rough = highest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, place) => place * step);
}

/** `6500000` reads "6.5 M" beside amounts of that size. */
export function amountText(amount: number, beside: number): string {
  if (amount === 0) return '0';
  const unit = UNITS.find(({ size }) => beside >= size) ?? { size: 1, name: '' };
  return `${Number((amount / unit.size).toFixed(2))}${unit.name}`;
}
