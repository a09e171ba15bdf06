import { Button, hubspot } from '@hubspot/ui-extensions';

hubspot.extend<'crm.record.tab'>(() => <Button onClick={(event) => void Object(event).target.value}>Press</Button>);
