import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  chance: (chance: number, range: string, days: number) =>
    `${f.percent(chance)} chance to be won within ${f.duration(days)} (${range})`,
  withTyped: (measured: string, share: number) => `${measured}; typed in HubSpot: ${f.percent(share)}`,
  closes: (at: number) => `If it is won, half of such deals close by ${f.day(at)}.`,
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  chance: (chance, range, days) => `${f.percent(chance)} de chance d’être gagnée sous ${f.duration(days)} (${range})`,
  withTyped: (measured, share) => `${measured}\u00a0; saisie dans HubSpot\u00a0: ${f.percent(share)}`,
  closes: (at) => `Si elle est gagnée, la moitié de ces transactions se concluent d’ici au ${f.day(at)}.`,
});

/** The texts that only the pulse card has: each card's bundle carries the whole catalogue that it uses. */
export const usePulseMessages = messagesHook({ en, fr });
