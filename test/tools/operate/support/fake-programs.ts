import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const callSchema = z.object({
  program: z.string(),
  args: z.array(z.string()),
  cwd: z.string(),
  env: z.record(z.string(), z.string()),
});
type Call = z.output<typeof callSchema>;

interface Answer {
  readonly code?: number;
  readonly output?: string;
  /** The state of the stack from then on; null: gone. */
  readonly stack?: string | null;
}

/** Programs that only record how they are called, and answer as told. */
export interface FakePrograms {
  readonly bin: string;
  /** From now on, calls whose command line begins like this are answered so. The longest beginning counts. */
  answer(beginning: string, answer: Answer): void;
  remove(program: string): void;
  calls(): readonly Call[];
  /** Command lines, without folders. */
  lines(): readonly string[];
  stackStatus(): string | null;
  setStack(status: string | null): void;
}

const SCRIPT = `
const fs = require('node:fs');
const path = require('node:path');
const bin = __dirname;
const program = path.basename(__filename);
const args = process.argv.slice(2);
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => /HUBSPOT|AWS|CDK/.test(name)));
fs.appendFileSync(path.join(bin, 'calls.jsonl'), JSON.stringify({ program, args, cwd: process.cwd(), env }) + '\\n');
const answers = JSON.parse(fs.readFileSync(path.join(bin, 'answers.json'), 'utf8'));
const line = [program, ...args].join(' ');
const beginning = Object.keys(answers).filter((each) => line.startsWith(each)).sort((a, b) => b.length - a.length)[0];
const { code = 0, output = '', stack } = answers[beginning] ?? {};
if (stack !== undefined) fs.writeFileSync(path.join(bin, 'stack.json'), JSON.stringify(stack));
const to = args.indexOf('--output');
if (program === 'cdk' && args[0] === 'synth' && code === 0) {
  fs.mkdirSync(args[to + 1], { recursive: true });
  fs.copyFileSync(path.join(bin, 'template.json'), path.join(args[to + 1], 'DealStageInsights.template.json'));
}
process.stdout.write(output);
process.exitCode = code;
`;

const TEMPLATE = {
  Resources: {
    Table: { Type: 'AWS::DynamoDB::GlobalTable' },
    Api: { Type: 'AWS::Lambda::Function' },
    Webhook: { Type: 'AWS::Lambda::Function' },
    Secret: { Type: 'AWS::SecretsManager::Secret' },
    Policy: { Type: 'AWS::IAM::Policy' },
  },
};

export function fakePrograms(bin: string, cdkVersion: string): FakePrograms {
  mkdirSync(bin, { recursive: true });
  const file = (name: string) => path.join(bin, name);
  for (const name of ['cdk', 'hs', 'npm', 'npx']) {
    writeFileSync(file(name), `#!${process.execPath}\n${SCRIPT}`);
    chmodSync(file(name), 0o755);
  }
  writeFileSync(file('package.json'), '{"type":"commonjs"}');
  writeFileSync(file('template.json'), JSON.stringify(TEMPLATE));
  const answers: Record<string, Answer> = {
    'cdk --version': { output: `${cdkVersion} (build 1234567)\n` },
    'cdk deploy': { stack: 'CREATE_COMPLETE' },
    'cdk destroy': { stack: null },
    'hs --version': { output: 'hs 8.14.0\n' },
    'hs project info': { output: '{"projectName":"deal-stage-insights","app":{"id":54321}}\n' },
  };
  const store = () => writeFileSync(file('answers.json'), JSON.stringify(answers));
  store();
  const calls = (): readonly Call[] =>
    existsSync(file('calls.jsonl'))
      ? readFileSync(file('calls.jsonl'), 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => callSchema.parse(JSON.parse(line)))
      : [];
  return {
    bin,
    calls,
    answer(beginning, answer) {
      answers[beginning] = answer;
      store();
    },
    remove: (program) => rmSync(file(program)),
    lines: () =>
      calls().map(({ program, args }) =>
        [program, ...args].map((arg) => (path.isAbsolute(arg) ? path.basename(arg) : arg)).join(' '),
      ),
    stackStatus: () =>
      existsSync(file('stack.json'))
        ? z
            .string()
            .nullable()
            .parse(JSON.parse(readFileSync(file('stack.json'), 'utf8')))
        : null,
    setStack: (status) => writeFileSync(file('stack.json'), JSON.stringify(status)),
  };
}
