/**
 * Which stages has a deal passed over on its way, moving forwards, without having been in them before?
 * @param way stages in the order in which the deal came into them; those that are not open count as no stage
 * @param openStageIds in display order
 * @example skippedStages(['lead', 'offer'], ['lead', 'demo', 'offer']) // ['demo']
 */
export function skippedStages(way: readonly string[], openStageIds: readonly string[]): readonly string[] {
  const skips = skipsAlong(openStageIds.length);
  for (const stageId of way) skips.enter(openStageIds.indexOf(stageId));
  return skips.skipped().map((place) => openStageIds[place] ?? '');
}

/** The same while a deal is on its way, for one deal after the other: stages are places among so many open ones. */
export function skipsAlong(openStages: number) {
  const wasIn = new Uint8Array(openStages);
  let skipped: number[] = [];
  let before = -1;
  return {
    /** Another deal, which has been nowhere yet. */
    begin(): void {
      wasIn.fill(0);
      skipped = [];
      before = -1;
    },
    /** @param place -1: a stage that is not open */
    enter(place: number): void {
      for (let passed = before + 1; before >= 0 && passed < place; passed += 1)
        if (wasIn[passed] === 0 && !skipped.includes(passed)) skipped.push(passed);
      if (place >= 0) wasIn[place] = 1;
      before = place;
    },
    skipped: (): readonly number[] => skipped,
  };
}
