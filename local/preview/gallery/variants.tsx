import {
  Alert,
  Button,
  ErrorState,
  Flex,
  hubspot,
  List,
  LoadingButton,
  LoadingSpinner,
  StatusTag,
  Tag,
  Text,
} from '@hubspot/ui-extensions';

const STAGES = ['Lead', 'Demo', 'Offer'].map((stage) => <Text key={stage}>{stage}</Text>);

hubspot.extend<'crm.record.tab'>(() => (
  <Flex direction="column" gap="md">
    <Flex gap="sm" wrap="wrap" align="center">
      <Button variant="primary">Primary</Button>
      <Button>Secondary</Button>
      <Button variant="transparent">Transparent</Button>
      <LoadingButton variant="primary">Save</LoadingButton>
      <LoadingButton variant="destructive">Erase for good</LoadingButton>
    </Flex>
    <Flex gap="sm" wrap="wrap" align="center">
      <StatusTag variant="success">On track</StatusTag>
      <StatusTag variant="warning">Something needs a look</StatusTag>
      <StatusTag variant="info">Being set up</StatusTag>
      <Tag variant="info">2nd visit</Tag>
      <Tag variant="error">Lost</Tag>
    </Flex>
    <Alert title="Catching up" variant="info">
      New figures follow in a moment.
    </Alert>
    <Alert title="Erased" variant="success" />
    <Alert title="This cannot be undone" variant="danger">
      The deal disappears from every card at once.
    </Alert>
    <List variant="unordered">{STAGES}</List>
    <List variant="unordered-styled">{STAGES}</List>
    <List variant="inline-divided">{STAGES}</List>
    <LoadingSpinner label="Loading" layout="centered" showLabel={true} />
    <ErrorState type="lock" title="Not shown to you">
      <Text>An admin decides who sees these figures.</Text>
    </ErrorState>
  </Flex>
));
