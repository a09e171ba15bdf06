import { AutoGrid, hubspot, Text } from '@hubspot/ui-extensions';

hubspot.extend<'crm.record.tab'>(() => (
  <AutoGrid {...Object({})}>
    <Text>How wide?</Text>
  </AutoGrid>
));
