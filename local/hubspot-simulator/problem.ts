import { randomUUID } from 'node:crypto';

interface ProblemDetails {
  readonly category: string;
  readonly errors?: readonly { readonly message: string; readonly code?: string; readonly in?: string }[];
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly policyName?: string;
  readonly errorType?: string;
}

/** A refusal in HubSpot's form. */
export class HubSpotProblem extends Error {
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(status: number, message: string, details: ProblemDetails) {
    super(message);
    this.name = 'HubSpotProblem';
    this.status = status;
    this.details = details;
  }

  body(): Readonly<Record<string, unknown>> {
    return { status: 'error', message: this.message, correlationId: randomUUID(), ...this.details };
  }
}

export const invalid = (message: string): HubSpotProblem =>
  new HubSpotProblem(400, message, { category: 'VALIDATION_ERROR' });

export const notFound = (message = 'resource not found'): HubSpotProblem =>
  new HubSpotProblem(404, message, { category: 'OBJECT_NOT_FOUND' });
