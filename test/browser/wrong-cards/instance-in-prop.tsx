import { BarChart, hubspot } from '@hubspot/ui-extensions';

class Stay {
  readonly stage = 'Demo';
  get days() {
    return 5;
  }
}

const wrong = { data: [new Stay()] };
const axes = { x: { field: 'stage', fieldType: 'category' }, y: { field: 'days', fieldType: 'linear' } };

hubspot.extend<'crm.record.tab'>(() => <BarChart {...Object({ ...wrong, axes })} />);
