import { hubspot, Text, useExtensionActions } from '@hubspot/ui-extensions';

function Card() {
  const properties = Object(useExtensionActions<'crm.record.tab'>().fetchCrmObjectProperties(['dealname']));
  return <Text>{properties.dealname.toUpperCase()}</Text>;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
