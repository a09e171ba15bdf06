import { Button, hubspot, Text, useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';

function Settings() {
  const context = useExtensionContext<'settings'>();
  const { addAlert } = useExtensionActions<'settings'>();
  return (
    <>
      <Text>
        {context.location} for {context.user.firstName}, {'crm' in context ? 'with' : 'without'} a record
      </Text>
      <Button onClick={() => addAlert({ type: 'success', message: 'All is saved.' })}>Save</Button>
    </>
  );
}

hubspot.extend<'settings'>(() => <Settings />);
