import { hubspot, Text } from '@hubspot/ui-extensions';

hubspot.extend<'crm.record.tab'>(() => <Text>{process.env['API_BASE_URL']}</Text>);
