import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PageConfig, RecordAccount, RecordDeal } from '../../page-config.ts';
import { createCrmProperties } from '../host/crm-properties.ts';
import { serverApi } from '../host/server-api.ts';
import { formatProperty } from './format-property.ts';

/** The deal that the page shows. A new deal is a new store; a change of the deal is pushed to who watches it. */
export function useRecord(
  dealId: string | null,
  { config, account }: { readonly config: PageConfig; readonly account: RecordAccount },
) {
  const [loaded, setLoaded] = useState<RecordDeal | null>(null);
  const [properties, setProperties] = useState<RecordDeal['properties']>({});
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (dealId === null) return undefined;
    let isCurrent = true;
    setProblem(null);
    serverApi.deal(dealId).then(
      (deal) => {
        if (!isCurrent) return;
        setLoaded(deal);
        setProperties(deal.properties);
      },
      (error: unknown) => isCurrent && setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [dealId]);

  const crm = useMemo(
    () =>
      loaded === null
        ? null
        : createCrmProperties(loaded, {
            read: serverApi.deal,
            format: (name, value, all) => formatProperty({ name, value, all }, { config, account }),
          }),
    [loaded, config, account],
  );
  const show = useCallback(
    (deal: RecordDeal) => {
      setProperties((before) => ({ ...before, ...deal.properties }));
      crm?.push(deal.properties);
    },
    [crm],
  );
  const refresh = useCallback(async () => {
    if (loaded !== null) show(await serverApi.deal(loaded.dealId));
  }, [loaded, show]);

  return { deal: loaded?.dealId === dealId ? loaded : null, properties, crm, problem, show, refresh };
}
