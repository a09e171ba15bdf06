import {
  Button,
  Checkbox,
  CurrencyInput,
  DateInput,
  Form,
  hubspot,
  Input,
  MultiSelect,
  NumberInput,
  RadioButton,
  SearchInput,
  Select,
  StepperInput,
  Text,
  TextArea,
  TimeInput,
  Toggle,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

const STAGES = [
  { label: 'Demo', value: 1 },
  { label: 'Offer', value: 2 },
];
const REASONS = [
  { label: 'Holiday', value: 'holiday' },
  { label: 'Legal', value: 'legal' },
];

function Card() {
  const [reason, setReason] = useState('');
  // As behind a slow line: what was typed comes back when more has been typed.
  const hearLate = (text: string) => setTimeout(() => setReason(text), 40);
  const [told, setTold] = useState('nothing');
  const tell = (name: string) => (value: unknown) => setTold(`${name}=${JSON.stringify(value)}`);
  return (
    <Form onSubmit={(event) => setTold(`submitted ${JSON.stringify(event.targetValue)}`)}>
      <Input
        name="reason"
        label="Reason"
        value={reason}
        onInput={hearLate}
        required={true}
        description="For the team"
      />
      <Text>Heard: {reason}</Text>
      <TextArea name="note" label="Note" error={true} validationMessage="Too short" onChange={tell('note')} />
      <SearchInput name="search" label="Search" onInput={tell('search')} />
      <NumberInput name="days" label="Days" min={0} onChange={tell('days')} />
      <CurrencyInput name="budget" label="Budget" currency="EUR" onChange={tell('budget')} />
      <StepperInput name="seats" label="Seats" stepSize={5} onChange={tell('seats')} />
      <DateInput name="until" label="Until" onChange={tell('until')} />
      <TimeInput name="at" label="At" onChange={tell('at')} />
      <Select name="stage" label="Stage" options={STAGES} onChange={tell('stage')} />
      <MultiSelect name="stages" label="Stages" options={STAGES} onChange={tell('stages')} />
      <Checkbox name="sure" value="yes" onChange={(isChecked, value) => tell('sure')([isChecked, value])}>
        Sure
      </Checkbox>
      <RadioButton name="kind" value="call" onChange={tell('kind')}>
        Call
      </RadioButton>
      <Toggle label="Mine only" onChange={tell('mine')} />
      <ToggleGroup name="why" label="Why" toggleType="radioButtonList" options={REASONS} onChange={tell('why')} />
      <Button type="submit">Send</Button>
      <Text>Told: {told}</Text>
    </Form>
  );
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
