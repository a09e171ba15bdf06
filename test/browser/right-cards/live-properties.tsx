import { hubspot, Text, useExtensionActions, useExtensionContext } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { useEffect, useState } from 'react';

const OPTIONS = { propertiesToFormat: ['amount'] };

function Card() {
  const { user, portal, crm, extension } = useExtensionContext<'crm.record.tab'>();
  const { properties, isLoading } = useCrmProperties(['dealstage', 'amount'], OPTIONS);
  const { onCrmPropertiesUpdate } = useExtensionActions<'crm.record.tab'>();
  const [heard, setHeard] = useState('nothing');
  useEffect(
    () => onCrmPropertiesUpdate(['amount'], (changed) => setHeard(changed['amount'] ?? 'nothing')),
    [onCrmPropertiesUpdate],
  );
  return (
    <>
      <Text>
        {user.firstName} sees deal {crm.objectId} of portal {portal.id} ({crm.objectTypeId}, {user.locale},{' '}
        {portal.timezone}, {extension?.cardTitle})
      </Text>
      <Text>{isLoading ? 'Loading' : `Stage ${properties['dealstage']}, amount ${properties['amount']}`}</Text>
      <Text>Heard amount: {heard}</Text>
    </>
  );
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
