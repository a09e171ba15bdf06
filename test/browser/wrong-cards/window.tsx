import { hubspot, Text } from '@hubspot/ui-extensions';

declare const window: object;

function Card() {
  return <Text>{Object.keys(window).length}</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
