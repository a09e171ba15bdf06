import { hubspot, Text } from '@hubspot/ui-extensions';

function Card() {
  Reflect.construct(Reflect.get(globalThis, 'XMLHttpRequest'), []);
  return <Text>Asks as in old times</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
