import type { AskFiltered, filteredQuestions } from './filtered-report.ts';

/**
 * As `filteredQuestions`, which the first question loads: what makes reports is most of their function, and a stored report is
 * answered without.
 */
export function lazyQuestions(deps: Parameters<typeof filteredQuestions>[0]): AskFiltered {
  let loaded: Promise<AskFiltered> | undefined;
  const load = async () => (await import('./filtered-report.ts')).filteredQuestions(deps);
  return async (viewer, asked) => {
    const ask = await (loaded ??= load());
    return ask(viewer, asked);
  };
}
