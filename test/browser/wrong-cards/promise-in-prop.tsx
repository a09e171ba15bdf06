import { hubspot, StatisticsItem } from '@hubspot/ui-extensions';

const wrong = { number: Promise.resolve(5) };

hubspot.extend<'crm.record.tab'>(() => <StatisticsItem label="Days" {...Object(wrong)} />);
