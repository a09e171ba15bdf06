import { Button, hubspot, Modal } from '@hubspot/ui-extensions';

const overlay = (
  <>
    <Modal id="first" title="First" />
    <Modal id="second" title="Second" />
  </>
);

hubspot.extend<'crm.record.tab'>(() => <Button overlay={overlay}>Open</Button>);
