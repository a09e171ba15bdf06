import { hubspot, Text } from '@hubspot/ui-extensions';

function Card() {
  Reflect.apply(Reflect.get(globalThis, 'importScripts'), globalThis, ['/other.js']);
  return <Text>Loads more code</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
