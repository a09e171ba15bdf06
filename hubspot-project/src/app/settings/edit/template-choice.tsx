import type { Settings, SettingsTemplate } from '@deal-stage-insights/shared';
import { applyTemplate } from '@deal-stage-insights/shared';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

/** A template, and which stage of it each stage of a pipeline stands for, by stage id. */
export interface ChosenTemplate {
  readonly template: SettingsTemplate;
  readonly matched: Readonly<Record<string, string>>;
}

interface TemplateChoice {
  /** A new object each time that one is chosen. */
  readonly chosen: ChosenTemplate | null;
  readonly choose: (chosen: ChosenTemplate) => void;
  /** By section, what it took over last: read again after it was saved, it must not take it over once more. */
  readonly taken: Map<string, ChosenTemplate>;
}

const Context = createContext<TemplateChoice>({ chosen: null, choose: () => undefined, taken: new Map() });

/** Stands around the sections that a template is taken over into. */
export function TemplateProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, choose] = useState<ChosenTemplate | null>(null);
  const [taken] = useState(() => new Map<string, ChosenTemplate>());
  const value = useMemo(() => ({ chosen, choose, taken }), [chosen, taken]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const useTemplateChoice = () => useContext(Context);

type Applied = Pick<Settings, 'stages' | 'criteria'>;

/** Takes a template that was chosen over into what is being edited, once. Nothing is saved by that. */
export function useTakeOver(section: string, current: Partial<Applied>, change: (applied: Applied) => void) {
  const { chosen, taken } = useTemplateChoice();
  useEffect(() => {
    if (chosen === null || taken.get(section) === chosen) return;
    taken.set(section, chosen);
    change(applyTemplate(chosen.template, chosen.matched, { ...NOTHING, ...current }));
  });
}

const NOTHING: Applied = { stages: { roles: {}, countAs: {}, countSinceDay: {} }, criteria: { stages: {} } };
