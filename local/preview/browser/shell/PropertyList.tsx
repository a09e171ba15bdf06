import type { PageConfig, RecordAccount, RecordDeal } from '../../page-config.ts';
import { formatProperty } from './format-property.ts';

const SHOWN: readonly (readonly [string, string])[] = [
  ['amount', 'Amount'],
  ['dealstage', 'Deal stage'],
  ['pipeline', 'Pipeline'],
  ['hubspot_owner_id', 'Deal owner'],
  ['closedate', 'Close date'],
  ['createdate', 'Create date'],
  ['dealtype', 'Deal type'],
];

interface PropertyListProps {
  readonly properties: RecordDeal['properties'];
  readonly config: PageConfig;
  readonly account: RecordAccount;
}

/** "About this deal". */
export function PropertyList({ properties, config, account }: PropertyListProps) {
  return (
    <section aria-label="About this deal">
      <h2>About this deal</h2>
      <dl className="properties">
        {SHOWN.map(([name, label]) => {
          const value = properties[name] ?? null;
          return (
            <div key={name}>
              <dt>{label}</dt>
              <dd>{formatProperty({ name, value, all: properties }, { config, account }) || '--'}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
