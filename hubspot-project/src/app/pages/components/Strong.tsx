import { Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

/** The sentence that a reader takes away. */
export function Strong({ children }: { readonly children: ReactNode }) {
  return <Text format={{ fontWeight: 'demibold' }}>{children}</Text>;
}
