import { Flex, hubspot, Text } from '@hubspot/ui-extensions';

const wrong = { style: { color: 'red' } };

hubspot.extend<'crm.record.tab'>(() => (
  <Flex {...wrong}>
    <Text>In red</Text>
  </Flex>
));
