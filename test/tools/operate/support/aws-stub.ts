import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { listenLocally } from '../../../../local/listen-locally.ts';
import { passOn } from './forwarder.ts';

export interface AwsState {
  accountId: string;
  /** Of the product's stack; null: there is none. */
  stackStatus: () => string | null;
  outputs: Record<string, string>;
  isBootstrapped: boolean;
  failures: { readonly id: string; readonly reason: string }[];
  secret: string;
  /** Operations that are refused, as when a policy is missing. */
  denied: Set<string>;
  /** Names of the account's dashboards. */
  dashboards: string[];
  /** Messages by the queue's name. */
  messages: Record<string, number>;
  onBackfill: () => void;
}

interface Asked {
  readonly operation: string;
  readonly input: string;
}

/** The AWS services that no engine stands for here. DynamoDB goes on to its engine, but for what that does not know. */
export interface AwsStub {
  readonly url: string;
  readonly asked: readonly Asked[];
  readonly close: () => Promise<void>;
}

type Reply = { readonly status: number; readonly type: string; readonly body: string | Buffer };

const xml = (body: string, status = 200): Reply => ({ status, type: 'text/xml', body });
const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/x-amz-json-1.1',
  body: JSON.stringify(value),
});

export async function startAwsStub(state: AwsState, dynamodbUrl: string): Promise<AwsStub> {
  const asked: Asked[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    const operation = operationOf(request, body);
    asked.push({ operation, input: body.toString('utf8') });
    const reply = await replyTo(operation, { state, body, request, dynamodbUrl });
    response.writeHead(reply.status, { 'content-type': reply.type }).end(reply.body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const { url, close } = await listenLocally(server);
  return { url, close, asked };
}

function operationOf(request: IncomingMessage, body: Buffer): string {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') return target.replace('DynamoDB_20120810', 'DynamoDB');
  if (request.url?.startsWith('/2015-03-31/functions/')) return 'Lambda.Invoke';
  return new URLSearchParams(body.toString('utf8')).get('Action') ?? request.url ?? '';
}

interface Call {
  readonly state: AwsState;
  readonly body: Buffer;
  readonly request: IncomingMessage;
  readonly dynamodbUrl: string;
}

async function replyTo(operation: string, call: Call): Promise<Reply> {
  const { state, body } = call;
  if (state.denied.has(operation)) return denied(operation);
  switch (operation) {
    case 'GetCallerIdentity':
      return xml(
        `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::${state.accountId}:user/admin</Arn><Account>${state.accountId}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      );
    case 'DescribeStacks':
      return describeStacks(state, new URLSearchParams(body.toString('utf8')).get('StackName') ?? '');
    case 'DescribeStackEvents':
      return describeEvents(state);
    case 'secretsmanager.GetSecretValue':
      return json({ SecretString: state.secret });
    case 'secretsmanager.PutSecretValue': {
      const { SecretString: value } = JSON.parse(body.toString('utf8'));
      state.secret = String(value);
      return json({});
    }
    case 'GraniteServiceVersion20100801.ListDashboards':
      return json({ DashboardEntries: state.dashboards.map((DashboardName) => ({ DashboardName })) });
    case 'Lambda.Invoke':
      state.onBackfill();
      return json({}, 202);
    case 'DynamoDB.UpdateTable':
      return json({ TableDescription: {} });
    case 'AmazonSQS.GetQueueAttributes':
      return queueAttributes(state, body);
    case 'AmazonSQS.StartMessageMoveTask':
      return json({ TaskHandle: 'task' });
    default:
      return forward(operation, call);
  }
}

const denied = (operation: string): Reply =>
  operation.includes('.')
    ? json({ __type: 'AccessDeniedException', message: `not authorized to perform: ${operation}` }, 400)
    : xml(
        `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized to perform: ${operation}</Message></Error></ErrorResponse>`,
        403,
      );

function describeStacks(state: AwsState, name: string): Reply {
  const status = name === 'CDKToolkit' ? (state.isBootstrapped ? 'CREATE_COMPLETE' : null) : state.stackStatus();
  if (status === null)
    return xml(
      `<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id ${name} does not exist</Message></Error></ErrorResponse>`,
      400,
    );
  const outputs = Object.entries(state.outputs)
    .map(([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`)
    .join('');
  return xml(
    `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>${name}</StackName><StackStatus>${status}</StackStatus><CreationTime>2026-01-01T00:00:00Z</CreationTime><Outputs>${outputs}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
  );
}

const describeEvents = ({ failures }: AwsState): Reply =>
  xml(
    `<DescribeStackEventsResponse><DescribeStackEventsResult><StackEvents>${failures
      .map(
        ({ id, reason }) =>
          `<member><LogicalResourceId>${id}</LogicalResourceId><ResourceStatus>CREATE_FAILED</ResourceStatus><ResourceStatusReason>${reason}</ResourceStatusReason></member>`,
      )
      .join('')}</StackEvents></DescribeStackEventsResult></DescribeStackEventsResponse>`,
  );

function queueAttributes({ messages }: AwsState, body: Buffer): Reply {
  const { QueueUrl: url } = JSON.parse(body.toString('utf8'));
  const name = path.basename(String(url));
  return json({
    Attributes: {
      QueueArn: `arn:aws:sqs:eu-central-1:1:${name}`,
      ApproximateNumberOfMessages: String(messages[name] ?? 0),
    },
  });
}

async function forward(operation: string, { request, body, dynamodbUrl }: Call): Promise<Reply> {
  if (!operation.startsWith('DynamoDB.')) return json({ __type: 'UnknownOperationException', message: operation }, 400);
  if (dynamodbUrl === '') return json({}); // No engine: an empty table.
  const answer = await passOn(dynamodbUrl, request, body);
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
