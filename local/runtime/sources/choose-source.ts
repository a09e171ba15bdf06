import type { Flags } from '../flags.ts';
import { demoPortal } from './demo-portal.ts';
import { historyFile } from './history-file.ts';
import { realPortal } from './real-portal.ts';
import type { Source } from './source.ts';

/** A history that is named comes first, then a real account whose token is set, else the demo. */
export async function chooseSource(
  { history }: Pick<Flags, 'history'>,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Source> {
  const { HUBSPOT_ACCESS_TOKEN, HUBSPOT_API_URL } = variables;
  if (history !== null) return historyFile(history);
  if (HUBSPOT_ACCESS_TOKEN === undefined || HUBSPOT_ACCESS_TOKEN === '') return demoPortal();
  return realPortal({ HUBSPOT_ACCESS_TOKEN, ...(HUBSPOT_API_URL !== undefined && { HUBSPOT_API_URL }) });
}
