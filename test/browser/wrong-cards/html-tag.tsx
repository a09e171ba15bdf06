import { hubspot, Text } from '@hubspot/ui-extensions';

hubspot.extend<'crm.record.tab'>(() => (
  <div>
    <Text>Inside a division</Text>
  </div>
));
