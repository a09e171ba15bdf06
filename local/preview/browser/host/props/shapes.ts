import { actions } from './actions.ts';
import { fields } from './fields.ts';
import { figuresAndFeedback } from './figures-and-feedback.ts';
import { layoutAndText } from './layout-and-text.ts';
import { pages } from './pages.ts';
import type { PropShape } from './shape.ts';

/** The props of every component that the preview draws, by the name it has between worker and page. */
export const propShapes: Readonly<Record<string, PropShape>> = {
  ...layoutAndText,
  ...figuresAndFeedback,
  ...actions,
  ...fields,
  ...pages,
};
