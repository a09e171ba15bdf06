import * as deals from '@hubspot/api-client/lib/codegen/crm/deals/index.js';
import * as owners from '@hubspot/api-client/lib/codegen/crm/owners/index.js';
import * as pipelines from '@hubspot/api-client/lib/codegen/crm/pipelines/index.js';
import { ACCESS_TOKEN } from './small-portal.ts';

/** HubSpot's own client, pointed at the simulator: it checks the shape of every answer that it decodes. */
export function hubspotClient(baseUrl: string, accessToken = ACCESS_TOKEN) {
  const dealsConfiguration = deals.createConfiguration({
    baseServer: new deals.ServerConfiguration(baseUrl, {}),
    authMethods: { oauth2: { accessToken } },
  });
  const ownersConfiguration = owners.createConfiguration({
    baseServer: new owners.ServerConfiguration(baseUrl, {}),
    authMethods: { oauth2: { accessToken } },
  });
  const pipelinesConfiguration = pipelines.createConfiguration({
    baseServer: new pipelines.ServerConfiguration(baseUrl, {}),
    authMethods: { oauth2: { accessToken } },
  });
  return {
    basic: new deals.BasicApi(dealsConfiguration),
    batch: new deals.BatchApi(dealsConfiguration),
    search: new deals.SearchApi(dealsConfiguration),
    owners: new owners.OwnersApi(ownersConfiguration),
    pipelines: new pipelines.PipelinesApi(pipelinesConfiguration),
  };
}
