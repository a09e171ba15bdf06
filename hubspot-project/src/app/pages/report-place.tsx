import type { ReportName } from '@deal-stage-insights/shared';
import { createContext, useContext } from 'react';
import type { FilterName } from './address/filters.ts';

/** Which report a screen shows, as the API addresses it: what asks for the deals behind its figures needs. */
export interface ReportPlace {
  /** `/v1/pipelines/{id}`. */
  readonly pipelinePath: string;
  readonly report: ReportName;
  readonly query: Readonly<Partial<Record<FilterName, string>>>;
}

const Context = createContext<ReportPlace | null>(null);

export const ReportPlaceProvider = Context.Provider;

export function useReportPlace(): ReportPlace {
  const place = useContext(Context);
  if (place === null) throw new Error('useReportPlace belongs below a ReportScreen.');
  return place;
}
