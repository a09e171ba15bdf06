import { hubspot, StatisticsItem, Text } from '@hubspot/ui-extensions';

const wrong = { number: <Text>5</Text> };

hubspot.extend<'crm.record.tab'>(() => <StatisticsItem label="Days" {...Object(wrong)} />);
