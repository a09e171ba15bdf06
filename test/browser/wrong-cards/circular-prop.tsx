import { BarChart, hubspot } from '@hubspot/ui-extensions';

const row: Record<string, unknown> = { stage: 'Demo', days: 5 };
row['self'] = row;
const axes = { x: { field: 'stage', fieldType: 'category' }, y: { field: 'days', fieldType: 'linear' } };

hubspot.extend<'crm.record.tab'>(() => <BarChart {...Object({ data: [row], axes })} />);
