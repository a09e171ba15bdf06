import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { ExtensionInfo } from '../../page-config.ts';
import { writeAddress } from './address.ts';

interface CardTabsProps {
  readonly cards: readonly ExtensionInfo[];
  /** The card that the address names. */
  readonly uid: string | null;
  readonly draw: (card: ExtensionInfo) => ReactNode;
}

/** The tabs in the middle of a record: a card each, only the one in front runs. */
export function CardTabs({ cards, uid, draw }: CardTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const current = cards.find((card) => card.uid === uid) ?? cards[0];
  const select = (card: ExtensionInfo) => writeAddress({ card: card.uid });
  const move = (event: KeyboardEvent, from: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to = step === undefined ? undefined : cards[(from + step + cards.length) % cards.length];
    if (to === undefined) return;
    event.preventDefault();
    select(to);
    list.current?.querySelectorAll('button')[cards.indexOf(to)]?.focus();
  };
  if (current === undefined) return <p>The project has no card for the middle of a deal.</p>;
  return (
    <>
      <div className="record-tabs" role="tablist" aria-label="Cards of the deal" ref={list}>
        {cards.map((card, index) => (
          <button
            key={card.uid}
            type="button"
            role="tab"
            id={`tab-${card.uid}`}
            aria-selected={card === current}
            tabIndex={card === current ? 0 : -1}
            onClick={() => select(card)}
            onKeyDown={(event) => move(event, index)}
            {...(card === current && { 'aria-controls': 'card-in-front' })}
          >
            {card.title}
          </button>
        ))}
      </div>
      <section id="card-in-front" className="card-frame" role="tabpanel" aria-labelledby={`tab-${current.uid}`}>
        <h2>{current.title}</h2>
        {draw(current)}
      </section>
    </>
  );
}
