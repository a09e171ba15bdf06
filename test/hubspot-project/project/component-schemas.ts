/**
 * What HubSpot documents of each component's `config`, as JSON Schema. HubSpot's own schemas live on its servers only; these
 * refuse what the documents forbid, and every key that is not documented.
 */
const closed = (properties: Readonly<Record<string, unknown>>, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const list = (items: unknown, rules: object = {}) => ({ type: 'array', items, ...rules });
const HTTPS = { type: 'string', pattern: '^https://[^/\\s]+(/\\S*)?$' };
const SCOPES = list({ type: 'string', pattern: '^[a-z0-9.-]+$' }, { uniqueItems: true });
const ENTRYPOINT = { type: 'string', pattern: '^/app/[\\w./-]+\\.(tsx|jsx|ts|js)$' };

const APPLICATION = closed(
  {
    name: { type: 'string', minLength: 1, maxLength: 200, pattern: '^\\S(.*\\S)?$' },
    description: { type: 'string', minLength: 1, maxLength: 8_192 },
    distribution: { const: 'private' },
    auth: closed(
      {
        type: { const: 'static' },
        requiredScopes: { ...SCOPES, contains: { const: 'oauth' } },
        optionalScopes: SCOPES,
        conditionallyRequiredScopes: SCOPES,
      },
      ['type', 'requiredScopes'],
    ),
    permittedUrls: closed({ fetch: list(HTTPS, { minItems: 1 }), iframe: list(HTTPS), img: list(HTTPS) }, ['fetch']),
  },
  ['name', 'description', 'distribution', 'auth', 'permittedUrls'],
);

const CARD = closed(
  {
    name: { type: 'string', minLength: 1 },
    description: { type: 'string' },
    entrypoint: ENTRYPOINT,
    location: { enum: ['crm.record.tab', 'crm.record.sidebar', 'crm.preview', 'helpdesk.sidebar'] },
    objectTypes: list({ const: 'deals' }, { minItems: 1 }),
  },
  ['name', 'entrypoint', 'location', 'objectTypes'],
);

const subscription = (rules: object, required: readonly string[]) =>
  closed({ objectType: { const: 'deal' }, active: { const: true }, ...rules }, ['objectType', 'active', ...required]);

const WEBHOOKS = closed(
  {
    settings: closed({ targetUrl: HTTPS, maxConcurrentRequests: { type: 'integer', minimum: 6 } }, ['targetUrl']),
    subscriptions: closed(
      {
        crmObjects: list({
          anyOf: [
            subscription({ subscriptionType: { const: 'object.propertyChange' }, propertyName: { type: 'string' } }, [
              'subscriptionType',
              'propertyName',
            ]),
            subscription(
              {
                subscriptionType: {
                  enum: ['creation', 'deletion', 'restore', 'merge'].map((kind) => `object.${kind}`),
                },
              },
              ['subscriptionType'],
            ),
          ],
        }),
      },
      ['crmObjects'],
    ),
  },
  ['settings', 'subscriptions'],
);

const PAGE_LIKE = closed({ entrypoint: ENTRYPOINT }, ['entrypoint']);

/** By the internal names of HubSpot's parser. */
export const COMPONENT_SCHEMAS = { APPLICATION, CARD, WEBHOOKS, PAGE: PAGE_LIKE, SETTINGS: PAGE_LIKE };
