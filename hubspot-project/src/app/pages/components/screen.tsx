import type { Stamp } from '@deal-stage-insights/shared';
import type { ComponentType } from 'react';
import type { ViewId } from '../views.ts';
import { type ReportProps, ReportScreen } from './ReportScreen.tsx';

/** The screen of a view: its report, and what draws it. */
export function screen<Report extends Stamp>(
  viewId: ViewId,
  parse: (input: unknown) => Report,
  Figures: ComponentType<ReportProps<Report>>,
): ComponentType {
  return function Screen() {
    return <ReportScreen viewId={viewId} parse={parse} Figures={Figures} />;
  };
}
