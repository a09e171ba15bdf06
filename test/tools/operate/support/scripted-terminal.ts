import type { Terminal } from '../../../../tools/operate/terminal/terminal.ts';

export interface ScriptedTerminal extends Terminal {
  /** Everything that was shown. */
  shown(): string;
  readonly asked: readonly string[];
}

/** A terminal whose person answers by what a question contains. A question without an answer fails the test. */
export function scriptedTerminal(answers: Readonly<Record<string, string>> | null): ScriptedTerminal {
  let shown = '';
  const asked: string[] = [];
  const reply = async (question: string): Promise<string> => {
    asked.push(question);
    const found = Object.entries(answers ?? {}).find(([part]) => question.includes(part));
    if (found === undefined) throw new Error(`Nobody answers "${question}"`);
    return found[1];
  };
  return {
    isInteractive: answers !== null,
    say: (line = '') => void (shown += `${line}\n`),
    write: (text) => void (shown += text),
    ask: reply,
    askHidden: reply,
    shown: () => shown,
    asked,
  };
}
