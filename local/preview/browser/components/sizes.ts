import type { AllDistances } from '@hubspot/ui-extensions';

const LONG_NAMES: Readonly<Record<string, string>> = {
  'extra-small': 'xs',
  small: 'sm',
  medium: 'md',
  large: 'lg',
  'extra-large': 'xl',
  default: 'md',
};

/** The short name of a size; HubSpot takes both. */
export const shortSize = (size: string): string => LONG_NAMES[size] ?? size;

/** A CSS length for a distance between components. */
export const distance = (size: AllDistances): string => (size === 'flush' ? '0' : `var(--space-${shortSize(size)})`);

/** Class names without the ones that do not apply. */
export const classes = (...names: readonly (string | false | undefined)[]): string =>
  names.filter((name) => typeof name === 'string').join(' ');
