import { hubspot, Text } from '@hubspot/ui-extensions';

declare const document: object;

function Card() {
  return <Text>{Object.keys(document).length}</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
