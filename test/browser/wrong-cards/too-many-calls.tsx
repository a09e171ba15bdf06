import { hubspot, Text } from '@hubspot/ui-extensions';
import { useEffect } from 'react';

const CALLS = 21;

function Card() {
  useEffect(() => {
    for (let call = 0; call < CALLS; call += 1)
      void hubspot.fetch('https://insights.example.com/slow', { timeout: 500 });
  }, []);
  return <Text>Asks everything at once</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
