import { Button, hubspot, Modal } from '@hubspot/ui-extensions';

hubspot.extend<'crm.record.tab'>(() => (
  <Button overlay={[<Modal key="1" id="first" title="First" />, <Modal key="2" id="second" title="Second" />]}>
    Open
  </Button>
));
