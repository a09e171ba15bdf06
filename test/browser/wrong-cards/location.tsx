import { hubspot, Text } from '@hubspot/ui-extensions';

declare const location: object;

function Card() {
  return <Text>{Object.keys(location).length}</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
