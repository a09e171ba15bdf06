import { createHash } from 'node:crypto';
import { hubspot, Text } from '@hubspot/ui-extensions';

hubspot.extend<'crm.record.tab'>(() => <Text>{createHash('sha256').update('deal').digest('hex')}</Text>);
