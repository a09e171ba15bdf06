import { hubspot, Text } from '@hubspot/ui-extensions';
import { flushSync } from 'react-dom';

hubspot.extend<'crm.record.tab'>(() => <Text>{typeof flushSync}</Text>);
