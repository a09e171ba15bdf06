import { problemSchema } from '../../functions/api/schemas/problem.ts';

/** Words of our own code, of Node or of a library, which no caller should read. */
const INTERNAL =
  /\bat .+:\d+:\d+|node:|node_modules|\/functions\/|\.ts\b|ZodError|TypeError|RangeError|SyntaxError|Unexpected token|is not a function|Cannot read|undefined|ECONN|dynamodb|AKIA|Bearer /i;

/** A surface that takes input from outside. */
export interface Surface {
  readonly name: string;
  /** Feeds the `nth` input; the same number gives the same input. Throws when the product does what it must not. */
  feed(nth: number): Promise<void>;
}

/** What any answer to bad input must be: no 5xx, and either ours or a problem that shows nothing internal. */
export function expectCalm(input: string, { status, body }: { readonly status: number; readonly body: string }): void {
  const shown = `${JSON.stringify(input.slice(0, 300))} was answered ${status} ${body.slice(0, 300)}`;
  if (status >= 500) throw new Error(`A 5xx: ${shown}`);
  if (status < 400) return;
  const problem = problemSchema.safeParse(JSON.parse(body));
  if (!problem.success) throw new Error(`Not a problem: ${shown}`);
  if (INTERNAL.test(`${problem.data.title} ${problem.data.detail}`)) throw new Error(`Internal text: ${shown}`);
}
