import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { DomainName, HttpApi, type HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { StackParameters } from '../stack-parameters.ts';

/** HubSpot allows 20 calls in flight an app and account, and at most a few webhook deliveries a second of 100 events each. */
const THROTTLE = { rateLimit: 100, burstLimit: 200 };

/** No query string in access logs: it holds the user's e-mail address. */
const ACCESS_LOG_FORMAT = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTimeEpoch',
    route: '$context.routeKey',
    status: '$context.status',
    latencyMs: '$context.responseLatency',
    bytes: '$context.responseLength',
    error: '$context.error.messageString',
    integrationError: '$context.integrationErrorMessage',
  }),
);

/** The only door: each path to its function, the longest match first. All of them verify HubSpot's signature themselves. */
export class InsightsHttpApi extends Construct {
  readonly api: HttpApi;
  /** The URL that HubSpot calls and signs. */
  readonly publicBaseUrl: string;

  constructor(scope: Construct, id: string, props: Pick<StackParameters, 'customDomain' | 'logRetentionDays'>) {
    super(scope, id);
    const domain =
      props.customDomain === null
        ? null
        : new DomainName(this, 'Domain', {
            domainName: props.customDomain.domainName,
            certificate: Certificate.fromCertificateArn(this, 'Certificate', props.customDomain.certificateArn),
          });
    this.api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      disableExecuteApiEndpoint: domain !== null,
      description: 'Deal Stage Insights',
    });
    const accessLogs = new LogGroup(this, 'AccessLogs', {
      retention: props.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: { destination: new LogGroupLogDestination(accessLogs), format: ACCESS_LOG_FORMAT },
      ...(domain === null ? {} : { domainMapping: { domainName: domain } }),
    });
    const { region, urlSuffix } = Stack.of(this);
    this.publicBaseUrl =
      props.customDomain === null
        ? `https://${this.api.apiId}.execute-api.${region}.${urlSuffix}`
        : `https://${props.customDomain.domainName}`;
  }

  route(path: string, methods: readonly HttpMethod[], handler: IFunction): void {
    this.api.addRoutes({
      path,
      methods: [...methods],
      integration: new HttpLambdaIntegration(`${handler.node.id}Integration`, handler),
    });
  }
}
