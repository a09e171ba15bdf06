/** What HubSpot's DateInput reads and writes: its months count from 0. */
export interface InputDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** A day `YYYY-MM-DD` as the field has it; null for anything else. */
export function inputDate(day: string | null): InputDate | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  return { year: Number(year), month: Number(month) - 1, date: Number(date) };
}

export function dayOfInput(input: InputDate | null | undefined): string | null {
  if (input === null || input === undefined) return null;
  const padded = (value: number) => String(value).padStart(2, '0');
  return `${input.year}-${padded(input.month + 1)}-${padded(input.date)}`;
}
