import type { Installation } from '../installation/installation.ts';
import type { Workbench } from '../workbench.ts';

export interface Deployment {
  readonly bench: Workbench;
  /** The settings as they are now: a step may learn one. */
  readonly installation: () => Installation;
  readonly keep: (learned: Partial<Installation>) => Promise<void>;
  /** Yes was said beforehand. */
  readonly isAgreed: boolean;
  /** One step was asked for by name: it does its work even where a whole run would see that it is done. */
  readonly isAlone: boolean;
}

/** A part of the deployment that can run alone and again. */
export interface Step {
  readonly name: string;
  /** What it does, as a heading. */
  readonly title: string;
  /** How to take it back. */
  readonly undo: string;
  /** Whether it reads or changes something in the AWS account: the account is then checked first. */
  readonly isAtAws: boolean;
  readonly run: (deployment: Deployment) => Promise<void>;
}
