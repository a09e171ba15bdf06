/** Where a log is wrong, in words a person can act on. Nothing of the file is used. */
export class CsvError extends Error {
  constructor(place: { readonly file: string; readonly line: number; readonly column?: string }, fault: string) {
    const column = place.column === undefined ? '' : `, column ${place.column}`;
    super(`${place.file}, line ${place.line}${column}: ${fault}`);
    this.name = 'CsvError';
  }
}
