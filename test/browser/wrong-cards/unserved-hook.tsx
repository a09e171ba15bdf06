import { hubspot, Text, useCrmSearch } from '@hubspot/ui-extensions';

function Card() {
  const { error } = useCrmSearch({ objectType: '0-3', properties: ['dealname'] });
  return <Text>{error?.message}</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
