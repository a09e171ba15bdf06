import { useExtensionActions } from '@hubspot/ui-extensions';
import { usePageRoute } from '@hubspot/ui-extensions/pages';
import { type PageAddress, paramsOf } from '../address/filters.ts';
import { useAddress } from '../page-context.tsx';

/** Goes to the same view with some of its filters changed; the others stay. */
export function useAddressChange(): (changes: Partial<PageAddress>) => void {
  const { navigateToPage } = useExtensionActions<'pages'>();
  const { path } = usePageRoute();
  const address = useAddress();
  return (changes) => navigateToPage({ to: path, params: paramsOf({ ...address, ...changes }) });
}
