import { Button, hubspot, Input } from '@hubspot/ui-extensions';
import { useRef } from 'react';

function Card() {
  const field = useRef<{ focus: () => void }>(null);
  return (
    <>
      <Input name="reason" label="Reason" {...Object({ ref: field })} />
      <Button onClick={() => Object(field.current).focus()}>Press</Button>
    </>
  );
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
