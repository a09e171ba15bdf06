import { hubspot } from '@hubspot/ui-extensions';
import { CrmReport } from '@hubspot/ui-extensions/crm';

hubspot.extend<'crm.record.tab'>(() => <CrmReport reportId="7" />);
