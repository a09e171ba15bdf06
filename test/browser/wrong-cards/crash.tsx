import { hubspot } from '@hubspot/ui-extensions';

function Card(): never {
  throw new RangeError('no such stage');
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
