import { hubspot, Text } from '@hubspot/ui-extensions';

declare const indexedDB: object;

function Card() {
  return <Text>{Object.keys(indexedDB).length}</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
