const WIDTH = 28;
const PRINT_EVERY_MS = 100;
const LINE_EVERY_MS = 5_000;

interface ProgressStep {
  /** `total` may become known, or change, on the way. */
  update(done: number, total: number): void;
  /** Ends the step with a remark, for example how much there was. */
  done(remark: string): void;
}

export interface Progress {
  step(label: string): ProgressStep;
  note(text: string): void;
}

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A bar that is drawn over on a terminal, plain lines elsewhere. */
export function createProgress(out: Terminal, now: () => number): Progress {
  const draw = (text: string) => out.write(`\r\u001B[2K${text}`);
  return {
    note: (text) => out.write(`${text}\n`),
    step(label) {
      const startedAt = now();
      let shownAt = Number.NEGATIVE_INFINITY;
      if (out.isTTY) draw(`${label} …`);
      return {
        update(done, total) {
          if (now() - shownAt < (out.isTTY ? PRINT_EVERY_MS : LINE_EVERY_MS)) return;
          shownAt = now();
          if (out.isTTY) draw(barOf(label, done, total));
          else out.write(`${label}: ${done} of ${total}\n`);
        },
        done(remark) {
          const seconds = ((now() - startedAt) / 1000).toFixed(1);
          const line = `${label}: ${remark} (${seconds} s)\n`;
          if (out.isTTY) draw(line);
          else out.write(line);
        },
      };
    },
  };
}

function barOf(label: string, done: number, total: number): string {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const filled = Math.round(share * WIDTH);
  return `${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.round(share * 100)} % (${done} of ${total})`;
}
