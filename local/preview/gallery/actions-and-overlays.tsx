import {
  Button,
  ButtonRow,
  Dropdown,
  Flex,
  hubspot,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  Text,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

function Card() {
  const { addAlert, closeOverlay } = useExtensionActions<'crm.record.tab'>();
  const [done, setDone] = useState('nothing');
  const modal = (
    <Modal id="snooze" title="Snooze the deal" onClose={() => setDone('modal closed')}>
      <ModalBody>
        <Text>Until when?</Text>
      </ModalBody>
      <ModalFooter>
        <Button onClick={(_event, { closeModal }) => closeModal('snooze')}>Cancel</Button>
      </ModalFooter>
    </Modal>
  );
  const panel = (
    <Panel id="details" title="All visits">
      <PanelBody>
        <PanelSection>
          <Text>Lead, Demo, Offer</Text>
        </PanelSection>
      </PanelBody>
      <PanelFooter>
        <Button onClick={() => closeOverlay('details')}>Enough</Button>
      </PanelFooter>
    </Panel>
  );
  return (
    <Flex direction="column" gap="md">
      <ButtonRow>
        <Button variant="primary" overlay={modal}>
          Snooze
        </Button>
        <Button overlay={panel}>Details</Button>
        <Button variant="destructive" disabled={true}>
          Erase
        </Button>
        <LoadingButton loading={true}>Saving</LoadingButton>
      </ButtonRow>
      <Button onClick={() => addAlert({ type: 'success', title: 'Saved', message: 'The task is there.' })}>
        Alert
      </Button>
      <Dropdown buttonText="More actions">
        <Dropdown.ButtonItem onClick={() => setDone('follow-up')}>Follow up</Dropdown.ButtonItem>
        <Dropdown.ButtonItem onClick={() => setDone('dismissed')}>Dismiss</Dropdown.ButtonItem>
      </Dropdown>
      <Text>Done: {done}</Text>
    </Flex>
  );
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
