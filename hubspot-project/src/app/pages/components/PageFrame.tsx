import { Column } from '@deal-stage-insights/ui';
import { List, Text } from '@hubspot/ui-extensions';
import { PageBreadcrumbs, PageLink, PageTitle, usePageRoute } from '@hubspot/ui-extensions/pages';
import type { ReactNode } from 'react';
import { paramsOf } from '../address/filters.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useAddress } from '../page-context.tsx';
import { VIEWS, type ViewId, WEEKLY } from '../views.ts';

const PLACES: readonly (ViewId | typeof WEEKLY)[] = [...VIEWS.map(({ id }) => id), WEEKLY];

/** Around every view: where one is, and the way to the other views with the same filters. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  const { page, views, notFound } = useFrameMessages();
  const params = paramsOf(useAddress());
  const viewId = useViewId();
  const title = viewId === null ? notFound.title : views[viewId];
  // On paper there is nowhere to go.
  const isPrinted = viewId === WEEKLY;
  return (
    <Column gap="md">
      <PageBreadcrumbs>
        <PageBreadcrumbs.PageLink to="/" params={params}>
          {page}
        </PageBreadcrumbs.PageLink>
        <PageBreadcrumbs.Current>{title}</PageBreadcrumbs.Current>
      </PageBreadcrumbs>
      <PageTitle>{title}</PageTitle>
      {!isPrinted && (
        <List variant="inline-divided">
          {PLACES.map((id) =>
            id === viewId ? (
              <Text key={id} inline={true} format={{ fontWeight: 'bold' }}>
                {views[id]}
              </Text>
            ) : (
              <PageLink key={id} to={`/${id}`} params={params}>
                {views[id]}
              </PageLink>
            ),
          )}
        </List>
      )}
      {children}
    </Column>
  );
}

/** The view that the address shows; the page opens with the first. */
function useViewId(): ViewId | typeof WEEKLY | null {
  const { path } = usePageRoute();
  const name = path.replaceAll('/', '');
  if (name === WEEKLY) return WEEKLY;
  return name === '' ? VIEWS[0].id : (VIEWS.find(({ id }) => id === name)?.id ?? null);
}
