import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../local/runtime/progress.ts';

function written(
  isTTY: boolean,
  act: (progress: ReturnType<typeof createProgress>, pass: (ms: number) => void) => void,
) {
  let text = '';
  let now = 0;
  const progress = createProgress({ isTTY, write: (more) => (text += more) }, () => now);
  act(progress, (ms) => (now += ms));
  return text;
}

describe('progress', () => {
  it('prints whole lines, a few seconds apart, where there is no terminal', () => {
    const text = written(false, (progress, pass) => {
      const step = progress.step('Reading deals');
      for (let done = 0; done <= 100; done += 1, pass(100)) step.update(done, 100);
      step.done('100 deals');
    });

    expect(text).toBe(
      'Reading deals: 0 of 100\nReading deals: 50 of 100\nReading deals: 100 of 100\nReading deals: 100 deals (10.1 s)\n',
    );
  });

  it('draws over its own line on a terminal and leaves one line behind', () => {
    const text = written(true, (progress) => {
      const step = progress.step('Reading deals');
      step.update(50, 100);
      step.done('100 deals');
    });

    expect(text).toContain('50 % (50 of 100)');
    expect(text.split('\n')).toHaveLength(2);
    expect(text.endsWith('\r\u001B[2KReading deals: 100 deals (0.0 s)\n')).toBe(true);
  });
});
