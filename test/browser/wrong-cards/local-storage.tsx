import { hubspot, Text } from '@hubspot/ui-extensions';

declare const localStorage: object;

function Card() {
  return <Text>{Object.keys(localStorage).length}</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
