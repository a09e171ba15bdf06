/** A card loads with every record a rep opens; 60 kB keeps its first content under a second. */
const CARD_BUDGET_BYTES = 60_000;

/** A sentence of the shared core that survives minification: without it the core is not in the bundle. */
const FROM_SHARED = 'The answer';

/** What is wrong with a card's bundle as HubSpot's builder made it; nothing, when it may be uploaded. */
export function bundleFaults(bundle: string, manifest: string): readonly string[] {
  const faults: string[] = [];
  const bytes = Buffer.byteLength(bundle);
  if (bytes > CARD_BUDGET_BYTES) faults.push(`${bytes} bytes are over the budget of ${CARD_BUDGET_BYTES}.`);
  if (!bundle.includes(FROM_SHARED)) faults.push('The shared core is not in the bundle.');
  if (!/"recordProperties"\s*:\s*\[\s*"/.test(manifest)) {
    faults.push('HubSpot finds no record properties: useCrmProperties needs a literal list in the extension folder.');
  }
  if (/\brequire\(|process\.env/.test(bundle)) faults.push('The bundle reaches for Node.');
  return faults;
}
