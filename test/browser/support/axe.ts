import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds wrong in the page, or in a part of it, as lines that say the rule and the place. */
export async function axeFindings(page: Page, part?: string): Promise<readonly string[]> {
  // Without a page of axe's own, which joins the findings of frames: the preview has none, which is asked here.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  if (page.frames().length > 1) throw new Error('The page has frames: axe would not look into them.');
  const { violations } = await (part === undefined ? builder : builder.include(part)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}
