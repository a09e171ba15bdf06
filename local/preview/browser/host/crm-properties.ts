import { release, retain } from '@remote-ui/rpc';
import type { RecordDeal } from '../../page-config.ts';
import type { CrmProperties, FormatOptions } from './protocol.ts';

type Listener = (properties: CrmProperties) => void;

interface Subscription {
  readonly names: readonly string[];
  readonly options: FormatOptions;
  readonly onUpdate: Listener;
}

interface Sources {
  /** Reads properties that the page does not hold yet. */
  readonly read: (dealId: string, names: readonly string[]) => Promise<RecordDeal>;
  readonly format: (name: string, value: string | null, all: CrmProperties) => string | null;
}

/** The record's properties as the page knows them, and the cards that want to hear of changes. */
export function createCrmProperties(first: RecordDeal, { read, format }: Sources) {
  let known: CrmProperties = first.properties;
  const subscriptions = new Set<Subscription>();

  const view = (names: readonly string[], { propertiesToFormat = [] }: FormatOptions): CrmProperties =>
    Object.fromEntries(
      names.map((name) => {
        const value = known[name] ?? null;
        const isFormatted = propertiesToFormat === 'all' || propertiesToFormat.includes(name);
        return [name, isFormatted ? format(name, value, known) : value];
      }),
    );

  const load = async (names: readonly string[]): Promise<void> => {
    const missing = names.filter((name) => !(name in known));
    if (missing.length > 0) known = { ...(await read(first.dealId, missing)).properties, ...known };
  };

  return {
    current: (): CrmProperties => known,
    async fetch(names: readonly string[], options: FormatOptions = {}): Promise<CrmProperties> {
      await load(names);
      return view(names, options);
    },
    /** Calls back on every change of one of the properties until the returned function is called. */
    subscribe(names: readonly string[], onUpdate: Listener, options: FormatOptions = {}): () => void {
      const subscription = { names, options, onUpdate };
      retain(onUpdate);
      subscriptions.add(subscription);
      return () => {
        if (subscriptions.delete(subscription)) release(onUpdate);
      };
    },
    /** The record changed: tells every card that watches a changed property, as HubSpot's record page does. */
    push(properties: CrmProperties): void {
      const changed = Object.keys(properties).filter((name) => properties[name] !== known[name]);
      known = { ...known, ...properties };
      for (const { names, options, onUpdate } of subscriptions)
        if (names.some((name) => changed.includes(name))) onUpdate(view(names, options));
    },
  };
}

export type CrmPropertyStore = ReturnType<typeof createCrmProperties>;
