/**
 * Which stages has a deal passed over on its way, moving forwards, without having been in them before?
 * @param way stages in the order in which the deal came into them; those that are not open count as no stage
 * @param openStageIds in display order
 * @example skippedStages(['lead', 'offer'], ['lead', 'demo', 'offer']) // ['demo']
 */
export function skippedStages(way: readonly string[], openStageIds: readonly string[]): readonly string[] {
  const skipped = new Set<string>();
  const seen = new Set<string>();
  let before = -1;
  for (const stageId of way) {
    const rank = openStageIds.indexOf(stageId);
    for (let place = before + 1; before >= 0 && place < rank; place += 1) {
      const passed = openStageIds[place];
      if (passed !== undefined && !seen.has(passed)) skipped.add(passed);
    }
    seen.add(stageId);
    before = rank;
  }
  return [...skipped];
}
