import { Flex, Heading, Tile } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** In a tile of its own. */
  readonly isTile?: boolean;
  readonly children: ReactNode;
}

/** A heading, and what belongs to it below. */
export function Section({ title, isTile = false, children }: SectionProps) {
  const section = (
    <Flex direction="column" gap="sm">
      <Heading>{title}</Heading>
      {children}
    </Flex>
  );
  return isTile ? <Tile>{section}</Tile> : section;
}
