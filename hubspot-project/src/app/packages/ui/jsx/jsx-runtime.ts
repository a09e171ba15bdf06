import { createElement, type ElementType, Fragment as ReactFragment } from 'react';

/** Under a name of the bundle's own, which is shortened: that of an import is not. */
export const Fragment = ReactFragment;

/**
 * What JSX becomes in the bundles. React's own module of this purpose is not ES, so that each of its calls goes through an object:
 * 0.8 KB of a card's 60. Children are among the props, where React looks for them.
 */
export const jsx = (type: ElementType, props: object | null, key?: string) =>
  createElement(type, key === undefined ? props : { ...props, key });
export const jsxs: typeof jsx = (...parts) => jsx(...parts);
