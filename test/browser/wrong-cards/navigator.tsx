import { hubspot, Text } from '@hubspot/ui-extensions';

declare const navigator: object;

function Card() {
  return <Text>{Object.keys(navigator).length}</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
