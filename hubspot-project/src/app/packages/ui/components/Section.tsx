import { Heading, Tile } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { Column } from './Column.tsx';

interface SectionProps {
  readonly title: string;
  /** In a tile of its own. */
  readonly isTile?: boolean;
  readonly children: ReactNode;
}

/** A heading, and what belongs to it below. */
export function Section({ title, isTile = false, children }: SectionProps) {
  const section = (
    <Column>
      <Heading>{title}</Heading>
      {children}
    </Column>
  );
  return isTile ? <Tile>{section}</Tile> : section;
}
