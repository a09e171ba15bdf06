import { Validations, type Stack } from 'aws-cdk-lib';

/** Findings of the rule packs that are accepted, each with the reason a security reviewer would ask for. */
const ACKNOWLEDGED: Readonly<Record<string, string>> = {
  'AwsSolutions::AwsSolutions-APIG4':
    "Requests are authorised by HubSpot's signature over method, URL, body and time, which an API Gateway authorizer cannot see (it gets no body). Both functions verify it before they parse or read anything.",
  'AwsSolutions::AwsSolutions-SMG4':
    'The token and the client secret are issued by HubSpot, which has no interface to rotate them: docs/operations.md has the procedure, and the verifier takes the previous secret meanwhile.',
  'AwsSolutions::AwsSolutions-SQS3': 'This queue is the dead-letter queue of functions that run on a schedule.',
  'Serverless::Serverless-SQSRedrivePolicy': 'Only dead-letter queues lack one: they are the end of the line.',
  'Serverless::Serverless-LambdaDLQ':
    'Called and answered while the caller waits (api, webhook), or fed by a queue with its own dead letters (ingest, rollup). What runs on a schedule has a dead-letter queue.',
  'Serverless::Serverless-LambdaEventSourceMappingDestination':
    "Destinations are for streams; an SQS source keeps failed messages in the queue's own dead letters.",
  'Serverless::Serverless-SNSRedrivePolicy': 'One e-mail subscription: an undeliverable e-mail needs no replay.',
  'Serverless::Serverless-LambdaTracing':
    'Structured logs carry request ids and times. Tracing would add a write permission on every resource and a cost for each request.',
};

export function acknowledgeFindings(stack: Stack): void {
  for (const [id, reason] of Object.entries(ACKNOWLEDGED)) Validations.of(stack).acknowledge({ id, reason });
}
