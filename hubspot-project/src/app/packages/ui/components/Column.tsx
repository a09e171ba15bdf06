import { Flex, type FlexProps } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';

type ColumnProps = Pick<FlexProps, 'gap' | 'align'> & { readonly children: ReactNode };

/** Things below each other. */
export function Column({ gap = 'sm', ...props }: ColumnProps) {
  return <Flex direction="column" gap={gap} {...props} />;
}
