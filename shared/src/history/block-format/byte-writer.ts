/** Writes a growing run of bytes. Numbers take as few bytes as they need. */
export interface ByteWriter {
  byte(value: number): void;
  /** A whole number from 0 to 2^53 - 1. */
  unsigned(value: number): void;
  /** A whole number of either sign; small ones of both signs are short. */
  signed(value: number): void;
  /** As `signed`, with one more value: NaN. */
  signedOrNaN(value: number): void;
  /** Any text, unpaired surrogates included. */
  text(value: string): void;
  /** The bytes written so far, as a copy. */
  bytes(): Uint8Array;
}

export function byteWriter(): ByteWriter {
  let buffer = new Uint8Array(1024);
  let length = 0;

  const byte = (value: number): void => {
    if (length === buffer.length) {
      const larger = new Uint8Array(buffer.length * 2);
      larger.set(buffer);
      buffer = larger;
    }
    buffer[length] = value;
    length += 1;
  };
  const unsigned = (value: number): void => {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`A visit block cannot hold the number ${value}.`);
    let rest = value;
    while (rest >= 128) {
      byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    byte(rest);
  };
  const signed = (value: number): void => unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  return {
    byte,
    unsigned,
    signed,
    signedOrNaN(value) {
      if (Number.isNaN(value)) unsigned(0);
      else unsigned(value < 0 ? -2 * value : 2 * value + 1);
    },
    text(value) {
      unsigned(value.length);
      for (let index = 0; index < value.length; index += 1) unsigned(value.charCodeAt(index));
    },
    bytes: () => buffer.slice(0, length),
  };
}
