import { useEffect, useRef, useState } from 'react';

/**
 * What stands in a field, ahead of what the card knows: every value sent comes back later as a prop, and an old echo must
 * not overwrite newer text. Values that were sent are remembered and their echoes ignored; anything else is the card's wish.
 */
export function useLocalValue<T extends string | number | boolean>(fromCard: T | undefined, atFirst: T) {
  const [value, setValue] = useState<T>(fromCard ?? atFirst);
  const sent = useRef<T[]>([]);
  useEffect(() => {
    if (fromCard === undefined) return;
    const echo = sent.current.indexOf(fromCard);
    if (echo === -1) setValue(fromCard);
    else sent.current.splice(0, echo + 1);
  }, [fromCard]);

  const change = (next: T): void => {
    setValue(next);
    sent.current.push(next);
  };
  return [value, change] as const;
}
