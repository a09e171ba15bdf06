import { Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

/** The small print beside a figure. */
export function Small({ children }: { readonly children: ReactNode }) {
  return <Text variant="microcopy">{children}</Text>;
}
