import { AutoGrid } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

const LEAST_WIDTH_PX = 420;

/** Charts or lists beside each other where there is room, else below each other. */
export function SideBySide({ children }: { readonly children: ReactNode }) {
  return (
    <AutoGrid columnWidth={LEAST_WIDTH_PX} flexible={true} gap="md">
      {children}
    </AutoGrid>
  );
}
