/** A card loads with every record a rep opens: 60 kB keep its first content under a second. Pages are opened now and then. */
const BUDGET_BYTES: Readonly<Record<string, number>> = { card: 60_000, page: 150_000, settings: 150_000 };

/** A sentence of the shared core that survives minification: without it the core is not in the bundle. */
const FROM_SHARED = 'The answer';

/** What is wrong with a bundle as HubSpot's builder made it; nothing, when it may be uploaded. */
export function bundleFaults(type: string, bundle: string, manifest: string): readonly string[] {
  const faults: string[] = [];
  const bytes = Buffer.byteLength(bundle);
  const budget = BUDGET_BYTES[type] ?? 0;
  if (bytes > budget) faults.push(`${bytes} bytes are over the budget of ${budget} for a ${type}.`);
  if (!bundle.includes(FROM_SHARED)) faults.push('The shared core is not in the bundle.');
  // Only a record has properties.
  if (type === 'card' && !/"recordProperties"\s*:\s*\[\s*"/.test(manifest)) {
    faults.push('HubSpot finds no record properties: useCrmProperties needs a literal list in the extension folder.');
  }
  if (/\brequire\(|process\.env/.test(bundle)) faults.push('The bundle reaches for Node.');
  return faults;
}
