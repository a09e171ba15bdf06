import type { EvidenceUnit } from '@deal-stage-insights/shared';
import { type Formats, messagesHook } from '@deal-stage-insights/ui';

/** What a limit is called; `scale` turns the rule's own unit into the one that is shown. */
interface ThresholdText {
  readonly label: string;
  readonly scale: number;
}

const scaleOf = (unit: EvidenceUnit): number => (unit === 'share' ? 100 : 1);

const en = (f: Formats) => ({
  title: 'Rules of the hints',
  about:
    'At most three hints stand on a card, the most valuable first. Switch a rule off where it does not fit how you sell, or change from where on it speaks.',
  on: 'On',
  off: 'Off',
  kinds: {
    deal: { title: 'From the record of the deal', about: 'These hold what a record says against a limit.' },
    statistics: {
      title: 'From what was tested on past deals',
      about: 'These speak only where a difference between past deals is clear enough to be no chance.',
    },
  },
  usually: (value: number) => `Usually ${f.decimal(value)}`,
  threshold: (name: string, unit: EvidenceUnit): ThresholdText => ({
    label: THRESHOLDS_EN[name] ?? name,
    scale: scaleOf(unit),
  }),
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  title: 'Règles des conseils',
  about:
    'Une carte porte au plus trois conseils, le plus utile d’abord. Désactivez une règle qui ne convient pas à votre façon de vendre, ou changez à partir d’où elle parle.',
  on: 'Oui',
  off: 'Non',
  kinds: {
    deal: {
      title: 'D’après la fiche de la transaction',
      about: 'Elles comparent ce que dit une fiche à une limite.',
    },
    statistics: {
      title: 'D’après ce qui a été vérifié sur des transactions passées',
      about:
        'Elles ne parlent que là où une différence entre transactions passées est assez nette pour ne pas être un hasard.',
    },
  },
  usually: (value) => `D’ordinaire ${f.decimal(value)}`,
  threshold: (name, unit) => ({ label: THRESHOLDS_FR[name] ?? name, scale: scaleOf(unit) }),
});

const THRESHOLDS_EN: Readonly<Record<string, string>> = {
  ageDays: 'Days in the stage, from',
  criteria: 'Exit criteria, at least',
  daysFrom: 'Days since the loss, from',
  daysPassed: 'Days after the close date, from',
  daysTo: 'Days since the loss, up to',
  difference: 'Points apart, from',
  pushes: 'Times moved to a later day, from',
  shareGone: 'Won deals that had gone on by then, from %',
  shareOfQuarter: 'Of the time of the quickest quarter of wins, below %',
  silentDays: 'Days without contact, from',
  timesExpected: 'Times the expected days, from',
  timesMedian: 'Times above or below the median, from',
  visits: 'Visits to the stage, from',
};

const THRESHOLDS_FR: Readonly<Record<string, string>> = {
  ageDays: 'Jours dans la phase, à partir de',
  criteria: 'Critères de sortie, au moins',
  daysFrom: 'Jours depuis la perte, à partir de',
  daysPassed: 'Jours après la date de clôture, à partir de',
  daysTo: 'Jours depuis la perte, jusqu’à',
  difference: 'Points d’écart, à partir de',
  pushes: 'Reports à plus tard, à partir de',
  shareGone: 'Gagnées qui avaient déjà avancé, à partir de %',
  shareOfQuarter: 'Du temps du quart de gains le plus rapide, moins de %',
  silentDays: 'Jours sans contact, à partir de',
  timesExpected: 'Fois les jours attendus, à partir de',
  timesMedian: 'Fois au-dessus ou au-dessous de la médiane, à partir de',
  visits: 'Passages dans la phase, à partir de',
};

export const ruleCatalogues = { en, fr };
export const useRuleMessages = messagesHook(ruleCatalogues);
