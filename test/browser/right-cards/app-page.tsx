import { Button, Heading, hubspot, Link, Text, useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import {
  createPageRouter,
  PageBreadcrumbs,
  PageHeader,
  PageLink,
  PageRoutes,
  PageTitle,
  usePageRoute,
} from '@hubspot/ui-extensions/pages';
import { type ReactNode, useState } from 'react';

/** Counts in the layout, which stays when the page changes: a worker that started anew would count from 0. */
function Layout({ children }: { readonly children: ReactNode }) {
  const [presses, setPresses] = useState(0);
  return (
    <>
      <PageHeader>
        <PageHeader.PrimaryAction>
          <PageHeader.PageLink to="/reps/:ownerId" params={{ ownerId: 'a b', period: 'q4' }}>
            One rep
          </PageHeader.PageLink>
        </PageHeader.PrimaryAction>
        <PageHeader.SecondaryActions>
          <PageHeader.Link onClick={() => setPresses(presses + 1)}>Count</PageHeader.Link>
        </PageHeader.SecondaryActions>
      </PageHeader>
      <Text>Pressed {presses} times</Text>
      {children}
    </>
  );
}

function Home() {
  const { portal, extension, location } = useExtensionContext<'pages'>();
  const { navigateToPage } = useExtensionActions<'pages'>();
  return (
    <>
      <PageTitle>All figures</PageTitle>
      <Heading>Start</Heading>
      <Text>
        {location} of {extension?.appName} in portal {portal.id}
      </Text>
      <PageLink to="/reps/:ownerId" params={{ ownerId: '7' }}>
        Rep 7
      </PageLink>
      <Button onClick={() => navigateToPage({ to: '/reps/:ownerId', params: { ownerId: '8', period: 'q3' } })}>
        Go to rep 8
      </Button>
      <Link href={`https://app.hubspot.com/contacts/${portal.id}/record/0-3/1000`}>Deal 1000</Link>
    </>
  );
}

function Rep() {
  const { params } = usePageRoute();
  return (
    <>
      <PageBreadcrumbs>
        <PageBreadcrumbs.PageLink to="/">All figures</PageBreadcrumbs.PageLink>
        <PageBreadcrumbs.Current>Rep {params['ownerId'] ?? ''}</PageBreadcrumbs.Current>
      </PageBreadcrumbs>
      <PageTitle>{`Rep ${params['ownerId'] ?? ''}`}</PageTitle>
      <Text>Period {params['period'] ?? 'none'}</Text>
    </>
  );
}

const PageRouter = createPageRouter(
  <PageRoutes layoutComponent={Layout}>
    <PageRoutes.IndexRoute component={Home} />
    <PageRoutes.Route path="/reps/:ownerId" component={Rep} />
  </PageRoutes>,
);

hubspot.extend<'pages'>(() => <PageRouter />);
