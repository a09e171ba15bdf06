/** Bytes that are not a visit block, or not a whole one. */
export class BlockFormatError extends TypeError {
  constructor(what: string) {
    super(`These bytes are no readable visit block: ${what}.`);
    this.name = 'BlockFormatError';
  }
}

/** Reads what `byteWriter` wrote, in the same order. Reading past the end throws. */
export interface ByteReader {
  byte(): number;
  unsigned(): number;
  /** As `unsigned`, and below `limit`: for indexes and counts. */
  below(limit: number, what: string): number;
  signed(): number;
  signedOrNaN(): number;
  text(): string;
  isAtEnd(): boolean;
}

export function byteReader(bytes: Uint8Array): ByteReader {
  let place = 0;

  const byte = (): number => {
    const value = bytes[place];
    if (value === undefined) throw new BlockFormatError('they end too early');
    place += 1;
    return value;
  };
  const unsigned = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const next = byte();
      value += (next & 127) * scale;
      if (!Number.isSafeInteger(value)) throw new BlockFormatError('a number is too large');
      if (next < 128) return value;
      scale *= 128;
    }
  };
  const below = (limit: number, what: string): number => {
    const value = unsigned();
    if (value >= limit) throw new BlockFormatError(`there is no ${what} ${value}`);
    return value;
  };
  return {
    byte,
    unsigned,
    below,
    signed() {
      const value = unsigned();
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    },
    signedOrNaN() {
      const value = unsigned();
      if (value === 0) return Number.NaN;
      return value % 2 === 0 ? -value / 2 : (value - 1) / 2;
    },
    text() {
      const length = below(bytes.length, 'text of length');
      let value = '';
      for (let index = 0; index < length; index += 1) value += String.fromCharCode(below(65_536, 'character'));
      return value;
    },
    isAtEnd: () => place === bytes.length,
  };
}
