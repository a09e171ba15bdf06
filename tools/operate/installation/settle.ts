import { OperateError } from '../operate-error.ts';
import type { Workbench } from '../workbench.ts';
import { emailsIn } from './flags.ts';
import {
  type Draft,
  faultIn,
  type Installation,
  type InstallationName,
  parseInstallation,
  readDraft,
  saveInstallation,
} from './installation.ts';

interface Question {
  readonly name: InstallationName;
  readonly text: string;
  readonly suggestion: (draft: Draft, env: Workbench['env']) => string;
  readonly read?: (answer: string) => unknown;
}

const QUESTIONS: readonly Question[] = [
  { name: 'portalId', text: 'Number of the HubSpot account (Hub ID)', suggestion: () => '' },
  {
    name: 'adminEmails',
    text: 'HubSpot e-mails of the admins, separated by commas',
    suggestion: () => '',
    read: emailsIn,
  },
  {
    name: 'alarmEmail',
    text: 'E-mail for alarms',
    suggestion: ({ adminEmails }) => String(Array.isArray(adminEmails) ? (adminEmails[0] ?? '') : ''),
  },
  {
    name: 'region',
    text: 'AWS region',
    suggestion: (_draft, env) => env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'eu-central-1',
  },
  { name: 'monthlyBudgetUsd', text: 'Warn when the month costs more than (US dollars)', suggestion: () => '10' },
];

/** The settings: from flags, else as kept, else asked once in a terminal. What is settled is kept for the next time. */
export async function settleInstallation(bench: Workbench, given: Draft): Promise<Installation> {
  const kept = await readDraft(bench.root);
  assertNotMoved(kept, given);
  let draft: Draft = { ...kept, ...given };
  for (const question of QUESTIONS) {
    if (draft[question.name] !== undefined) continue;
    const suggestion = question.suggestion(draft, bench.env);
    if (bench.terminal.isInteractive)
      draft = { ...draft, [question.name]: await answerTo(bench, question, suggestion) };
    else if (suggestion !== '') draft = { ...draft, [question.name]: suggestion };
  }
  const installation = parseInstallation(draft);
  await saveInstallation(bench.root, installation);
  return installation;
}

/** A living installation does not change its HubSpot account or region: that would leave the former one behind, half forgotten. */
function assertNotMoved(kept: Draft, given: Draft): void {
  if (kept.awsAccountId === undefined) return;
  for (const name of ['portalId', 'region'] as const)
    if (given[name] !== undefined && given[name] !== kept[name])
      throw new OperateError(
        `This folder's installation has ${name} ${JSON.stringify(kept[name])}, not ${JSON.stringify(given[name])}.`,
        'Use another clone for another installation, or see "Move to another account" in docs/operations.md.',
      );
}

async function answerTo({ terminal }: Workbench, question: Question, suggestion: string): Promise<unknown> {
  for (;;) {
    const typed = await terminal.ask(`${question.text}${suggestion === '' ? '' : ` [${suggestion}]`}: `);
    const text = typed === '' ? suggestion : typed;
    const value = question.read?.(text) ?? text;
    const fault = faultIn(question.name, value);
    if (fault === null) return value;
    terminal.say(`  ${fault}.`);
  }
}
