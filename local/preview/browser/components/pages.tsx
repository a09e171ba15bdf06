import type {
  PageBreadcrumbsCurrentProps,
  PageBreadcrumbsPageLinkProps,
  PageBreadcrumbsProps,
  PageHeaderLinkProps,
  PageHeaderPageLinkProps,
  PageHeaderPrimaryActionProps,
  PageHeaderProps,
  PageHeaderSecondaryActionsProps,
  PageLinkProps,
  PageTitleProps,
} from '@hubspot/ui-extensions/pages';
import { Children, createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { cardChildren } from '../host/card-children.ts';
import { followHere, useNavigation } from './navigation.ts';
import { type PageHead, usePageHead } from './page-frame.ts';
import { Pressable } from './pressable.tsx';

/** A page's title stands in its head and on the browser's tab. */
export function PageTitle({ children }: PageTitleProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.title;
    document.title = `${title.current?.textContent ?? ''} | Local preview, not HubSpot`;
    return () => {
      document.title = before;
    };
  }, [children]);
  return inHead('title', usePageHead(), <h1 ref={title}>{children}</h1>);
}

export function PageBreadcrumbs({ children }: PageBreadcrumbsProps) {
  return inHead(
    'breadcrumbs',
    usePageHead(),
    <nav aria-label="Breadcrumbs">
      <ol className="breadcrumbs">
        {Children.toArray(children).map((child, index) => (
          <li key={cardChildren(child)[0]?.component.id ?? index}>{child}</li>
        ))}
      </ol>
    </nav>,
  );
}

export const PageBreadcrumbsPageLink = (props: PageBreadcrumbsPageLinkProps) => (
  <LinkToPage className="link" {...props} />
);

export const PageBreadcrumbsCurrent = ({ children }: PageBreadcrumbsCurrentProps) => (
  <span aria-current="page">{children}</span>
);

export const PageLink = (props: PageLinkProps) => <LinkToPage className="link" {...props} />;

type ActionRank = 'primary' | 'secondary';
const ActionRankContext = createContext<ActionRank>('secondary');
const useActionClass = (): string => `button button-${useContext(ActionRankContext)} button-md`;

export function PageHeader({ children }: PageHeaderProps) {
  return inHead('actions', usePageHead(), <div className="page-actions">{children}</div>);
}

export const PageHeaderPrimaryAction = ({ children }: PageHeaderPrimaryActionProps) => (
  <ActionRankContext.Provider value="primary">
    <div className="page-primary-action">{children}</div>
  </ActionRankContext.Provider>
);

export const PageHeaderSecondaryActions = ({ children }: PageHeaderSecondaryActionsProps) => (
  <ActionRankContext.Provider value="secondary">{children}</ActionRankContext.Provider>
);

export function PageHeaderLink({ href, onClick, disabled, children }: PageHeaderLinkProps) {
  return (
    <Pressable className={useActionClass()} href={href} onClick={onClick} disabled={disabled}>
      {children}
    </Pressable>
  );
}

export const PageHeaderPageLink = (props: PageHeaderPageLinkProps) => (
  <LinkToPage className={useActionClass()} {...props} />
);

interface LinkToPageProps {
  readonly className: string;
  readonly to: string;
  readonly params?: Record<string, string>;
  readonly children?: ReactNode;
}

/** A true link, so that it can be opened in a new tab and its address be copied. */
function LinkToPage({ className, to, params, children }: LinkToPageProps) {
  const { addressOfPage, go } = useNavigation();
  const address = addressOfPage({ to, params });
  return (
    <a className={className} href={address} onClick={(event) => followHere(event, address, go)}>
      {children}
    </a>
  );
}

/** Into the page's head; where there is none, HubSpot draws nothing of these. */
function inHead(slot: keyof PageHead, head: PageHead | null, node: ReactNode): ReactNode {
  const place = head?.[slot] ?? null;
  return place === null ? null : createPortal(node, place);
}
