import { Button, hubspot } from '@hubspot/ui-extensions';

hubspot.extend<'crm.record.tab'>(() => <Button onClick={(event) => Object(event).preventDefault()}>Press</Button>);
