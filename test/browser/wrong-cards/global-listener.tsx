import { hubspot, Text } from '@hubspot/ui-extensions';

function Card() {
  Reflect.apply(Reflect.get(globalThis, 'addEventListener'), globalThis, ['message', () => undefined]);
  return <Text>Overhears messages</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
