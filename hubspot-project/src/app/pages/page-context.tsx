import {
  type PipelineList,
  parsePipelines,
  parseViewer,
  type PipelineView,
  type PropertyValues,
  type ViewerAnswer,
} from '@deal-stage-insights/shared';
import { askApi, type Load, useBilingual, useLoad } from '@deal-stage-insights/ui';
import { useExtensionContext } from '@hubspot/ui-extensions';
import { usePageRoute } from '@hubspot/ui-extensions/pages';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { addressOf, type PageAddress } from './address/filters.ts';
import { dayIn } from './address/period.ts';

interface PageContext {
  readonly apiBaseUrl: unknown;
  readonly portalId: number;
  readonly pipelines: Load<PipelineList>;
  readonly askPipelinesAgain: () => void;
  /** Who is asking; null as long as that is not known, and where it cannot be told. */
  readonly viewer: ViewerAnswer | null;
  /** Whether it is known who is asking, or known that it cannot be told. */
  readonly isViewerSettled: boolean;
  /** The newest instant that the backend spoke of: its clock is not the browser's. */
  readonly newestAt: number | null;
  readonly noteInstant: (at: number) => void;
}

const Context = createContext<PageContext | null>(null);

/** Knows what all views share: where the API is, which pipelines there are, what day it is there. */
export function PageProvider({ children }: { readonly children: ReactNode }) {
  const { portal, variables } = useExtensionContext<'pages'>();
  const apiBaseUrl: unknown = variables?.['API_BASE_URL'];
  const { load: pipelines, askAgain } = useLoad('pipelines', () =>
    askApi(apiBaseUrl, { path: '/v1/pipelines', parse: parsePipelines }),
  );
  const { load: viewing } = useLoad('viewer', () => askApi(apiBaseUrl, { path: '/v1/viewer', parse: parseViewer }));
  const viewer = viewing.shown.status === 'data' ? viewing.shown.data : null;
  const isViewerSettled = viewing.shown.status !== 'loading';
  const [notedAt, setNotedAt] = useState<number | null>(null);
  const listedAt = pipelines.shown.status === 'data' ? pipelines.shown.data.asOf : null;
  const value = useMemo(
    () => ({
      apiBaseUrl,
      portalId: portal.id,
      pipelines,
      askPipelinesAgain: askAgain,
      viewer,
      isViewerSettled,
      newestAt: notedAt ?? listedAt,
      noteInstant: setNotedAt,
    }),
    [apiBaseUrl, portal.id, pipelines, askAgain, viewer, isViewerSettled, notedAt, listedAt],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function usePage(): PageContext {
  const page = useContext(Context);
  if (page === null) throw new Error('usePage belongs below a PageProvider.');
  return page;
}

/** What the address of the page asks for. */
export function useAddress(): PageAddress {
  const { params } = usePageRoute();
  return useMemo(() => addressOf(params), [params]);
}

/** The pipeline that the address names, else the first one; null as long as none is known. */
export function usePipeline(): PipelineView | null {
  const { pipelines } = usePage();
  const { pipeline: asked } = useAddress();
  if (pipelines.shown.status !== 'data') return null;
  const known = pipelines.shown.data.pipelines;
  return known.find(({ pipelineId }) => pipelineId === asked) ?? known[0] ?? null;
}

/** HubSpot's own values of a property with their names in the reader's language; none where the API tells none. */
export function useNamedValues(property: keyof PropertyValues): ReadonlyMap<string, string> {
  const { shown } = usePage().pipelines;
  const say = useBilingual();
  const known = shown.status === 'data' ? shown.data.values?.[property] : null;
  return new Map(known?.map(({ value, name }) => [value, say(name)]));
}

/** The day it is in the portal, by the backend's clock. */
export function useToday(): string | null {
  const { portal } = useExtensionContext<'pages'>();
  const { newestAt } = usePage();
  return newestAt === null ? null : dayIn(portal.timezone, newestAt);
}
