import type * as SDK from '@hubspot/ui-extensions/pages';
import { none, shape } from './shape.ts';

export const pages = {
  PageTitle: shape<SDK.PageTitleProps>()(none, none),
  PageLink: shape<SDK.PageLinkProps>()(['to'], ['params']),
  PageBreadcrumbs: shape<SDK.PageBreadcrumbsProps>()(none, none),
  PageBreadcrumbsPageLink: shape<SDK.PageBreadcrumbsPageLinkProps>()(['to'], ['params']),
  PageBreadcrumbsCurrent: shape<SDK.PageBreadcrumbsCurrentProps>()(none, none),
  PageHeader: shape<SDK.PageHeaderProps>()(none, none),
  PageHeaderPrimaryAction: shape<SDK.PageHeaderPrimaryActionProps>()(none, none),
  PageHeaderSecondaryActions: shape<SDK.PageHeaderSecondaryActionsProps>()(none, none),
  PageHeaderLink: shape<SDK.PageHeaderLinkProps>()(none, ['href', 'onClick', 'disabled']),
  PageHeaderPageLink: shape<SDK.PageHeaderPageLinkProps>()(['to'], ['params']),
};
