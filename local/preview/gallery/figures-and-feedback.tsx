import {
  Alert,
  EmptyState,
  ErrorState,
  Flex,
  hubspot,
  LoadingSpinner,
  ProgressBar,
  ScoreCircle,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  StepIndicator,
  Tag,
  Text,
  Tooltip,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

function Card() {
  const [pressed, setPressed] = useState('nothing');
  return (
    <Flex direction="column" gap="md">
      <Statistics>
        <StatisticsItem label="Days" number={23}>
          <StatisticsTrend value="12 %" direction="increase" color="red" />
        </StatisticsItem>
        <StatisticsItem label="Visits" number="212" />
      </Statistics>
      <ProgressBar title="Over by now" value={82} showPercentage={true} variant="warning" />
      <ProgressBar aria-label="Chance" value={3} maxValue={10} valueDescription="3 of 10" />
      <ScoreCircle score={71} />
      <StepIndicator
        stepNames={['Lead', 'Demo', 'Offer']}
        currentStep={1}
        onClick={(step) => setPressed(`step ${step}`)}
      />
      <Flex gap="sm">
        <StatusTag variant="danger" showRemoveIcon={true} onRemoveClick={() => setPressed('removed')}>
          Stalled
        </StatusTag>
        <StatusTag hollow={true}>Open</StatusTag>
        <Tag variant="success" overlay={<Tooltip>Since Monday</Tooltip>}>
          Won
        </Tag>
        <Tag variant="warning">Back</Tag>
      </Flex>
      <Text>Pressed: {pressed}</Text>
      <Alert title="Older than the page" variant="warning">
        A read is on its way.
      </Alert>
      <LoadingSpinner label="Loading" showLabel={true} />
      <EmptyState title="Nothing yet" layout="vertical" imageName="deals">
        <Text>Come back later.</Text>
      </EmptyState>
      <ErrorState title="No answer" type="support">
        <Text>Try again.</Text>
      </ErrorState>
    </Flex>
  );
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
