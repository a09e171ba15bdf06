/** Major units. `currency` is an ISO 4217 code: the company's, unless the field says otherwise. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}
