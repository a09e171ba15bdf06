import type { Terminal } from './terminal/terminal.ts';

/** What the commands touch of this machine; tests bring their own. AWS's SDK reads its settings from the process itself. */
export interface Workbench {
  /** The project's folder. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Epoch ms. */
  readonly now: () => number;
  readonly terminal: Terminal;
}
