import type {
  AccordionProps,
  AutoGridProps,
  BoxProps,
  CardProps,
  DividerProps,
  FlexProps,
  InlineProps,
  SpacerProps,
  StackProps,
  TileProps,
} from '@hubspot/ui-extensions';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { classes, distance, shortSize } from './sizes.ts';

const PLACES: Readonly<Record<string, string>> = {
  start: 'flex-start',
  end: 'flex-end',
  between: 'space-between',
  around: 'space-around',
};
const place = (name: string): string => PLACES[name] ?? name;

export function Flex({
  gap = 'flush',
  direction = 'row',
  justify,
  align = 'stretch',
  alignSelf,
  wrap,
  children,
}: FlexProps) {
  const style: CSSProperties = {
    gap: distance(gap),
    flexDirection: direction,
    alignItems: place(align),
    justifyContent: place(justify ?? 'start'),
    flexWrap: wrap === true || wrap === 'wrap' ? 'wrap' : 'nowrap',
    ...(alignSelf !== undefined && { alignSelf: place(alignSelf) }),
  };
  return (
    <div className="flex" style={style}>
      {children}
    </div>
  );
}

export function Stack({
  distance: gap = 'sm',
  direction = 'column',
  justify,
  align,
  width = '100%',
  children,
}: StackProps) {
  return (
    <div style={{ width }}>
      <Flex gap={gap} direction={direction} {...(justify && { justify })} {...(align && { align })}>
        {children}
      </Flex>
    </div>
  );
}

export function Inline({ gap = 'flush', justify = 'start', align = 'stretch', children }: InlineProps) {
  return (
    <Flex gap={gap} justify={justify} align={align} wrap="wrap">
      {children}
    </Flex>
  );
}

export function Box({ flex = 'auto', alignSelf, children }: BoxProps) {
  const style: CSSProperties = { flex, minWidth: 0, ...(alignSelf !== undefined && { alignSelf: place(alignSelf) }) };
  return <div style={style}>{children}</div>;
}

export function AutoGrid({ columnWidth, gap = 'flush', flexible = false, children }: AutoGridProps) {
  const width = `min(${columnWidth}px, 100%)`;
  const column = flexible ? `minmax(${width}, 1fr)` : width;
  return (
    <div className="auto-grid" style={{ gap: distance(gap), gridTemplateColumns: `repeat(auto-fit, ${column})` }}>
      {children}
    </div>
  );
}

export function Tile({ compact = false, flush = false, children }: TileProps) {
  return <div className={classes('tile', compact && 'tile-compact', flush && 'tile-flush')}>{children}</div>;
}

export function Card({ children }: CardProps) {
  return <div className="tile">{children}</div>;
}

export function Divider({ distance: above = 'sm' }: DividerProps) {
  return <hr className="divider" style={{ marginBlock: distance(above) }} />;
}

export function Spacer({ size = 'sm' }: SpacerProps) {
  return <div aria-hidden="true" style={{ height: distance(size) }} />;
}

export function Accordion({
  title,
  size = 'sm',
  open,
  defaultOpen = false,
  disabled = false,
  onClick,
  children,
}: AccordionProps) {
  const [isOpenHere, setOpenHere] = useState(defaultOpen);
  const isOpen = open ?? isOpenHere;
  const toggle = () => {
    setOpenHere(!isOpen);
    onClick?.();
  };
  return (
    <div className={`accordion accordion-${shortSize(size)}`}>
      <button type="button" className="accordion-title" aria-expanded={isOpen} disabled={disabled} onClick={toggle}>
        <Caret isOpen={isOpen} />
        {title}
      </button>
      {isOpen && <div className="accordion-body">{children}</div>}
    </div>
  );
}

function Caret({ isOpen }: { readonly isOpen: boolean }): ReactNode {
  return (
    <span aria-hidden="true" className={classes('caret', isOpen && 'caret-open')}>
      ›
    </span>
  );
}
