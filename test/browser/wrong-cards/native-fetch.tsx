import { hubspot, Text } from '@hubspot/ui-extensions';
import { useEffect } from 'react';

function Card() {
  useEffect(() => {
    void fetch('https://insights.example.com/v1/pipelines');
  }, []);
  return <Text>Asks by itself</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
