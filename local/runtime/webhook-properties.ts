import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const FILE = join(import.meta.dirname, '../../hubspot-project/src/app/webhooks/webhooks-hsmeta.json');
const schema = z.object({
  config: z.object({
    subscriptions: z.object({
      crmObjects: z.array(
        z.object({ subscriptionType: z.string(), propertyName: z.string().optional(), active: z.boolean() }),
      ),
    }),
  }),
});

/** The deal properties whose changes the app subscribes to, from the file that is uploaded to HubSpot. */
export function subscribedProperties(): readonly string[] {
  const { config } = schema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  return config.subscriptions.crmObjects.flatMap(({ propertyName, active }) =>
    active && propertyName !== undefined ? [propertyName] : [],
  );
}
