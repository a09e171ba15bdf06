import type { Bilingual } from '../contract/hints.ts';
import type { HygieneFaultId } from '../contract/hygiene-report.ts';
import { PUSHED_OFTEN } from './coaching-figures.ts';
import { days, times } from './rule.ts';
import { writeText } from './write-text.ts';
import { BULK_MOVES } from '../analytics/bulk-moves.ts';
import { PASSED_DAYS, UNPLANNED_DAYS } from './faulty-deals.ts';
import { UNPRICED_DAYS } from './rules/no-amount.ts';
import { RUSHED_MS } from '../analytics/faulty-moves.ts';

export interface FaultWords {
  readonly title: Bilingual;
  /** What counts as one, in a sentence. */
  readonly definition: Bilingual;
}

const LIMITS = [
  times('rushedMinutes', RUSHED_MS / 60_000),
  times('bulkMoves', BULK_MOVES),
  times('pushes', PUSHED_OFTEN),
  days('passed', PASSED_DAYS),
  days('unplanned', UNPLANNED_DAYS),
  days('unpriced', UNPRICED_DAYS),
];

/** With the limits that are really applied. */
export function faultWords(fault: HygieneFaultId): FaultWords {
  const { title, definition } = WORDS[fault];
  return { title, definition: writeText(definition, { evidence: LIMITS, currency: '' }) };
}

const WORDS: Readonly<Record<HygieneFaultId, FaultWords>> = {
  'skipped-stage': {
    title: { en: 'Stage skipped', fr: 'Phase sautée' },
    definition: {
      en: 'A move from an open stage past the next one to a later open stage.',
      fr: 'Un passage d’une phase ouverte à une phase ouverte au-delà de la suivante.',
    },
  },
  'moved-back': {
    title: { en: 'Moved back', fr: 'Retour en arrière' },
    definition: {
      en: 'A move from an open stage to an earlier open stage.',
      fr: 'Un passage d’une phase ouverte à une phase ouverte antérieure.',
    },
  },
  'rushed-moves': {
    title: { en: 'Several stages within minutes', fr: 'Plusieurs phases en quelques minutes' },
    definition: {
      en: 'A move out of an open stage less than {rushedMinutes:number} minutes after a move into it.',
      fr: 'Une sortie d’une phase ouverte moins de {rushedMinutes:number} minutes après y être passée.',
    },
  },
  'bulk-move': {
    title: { en: 'Moved in bulk', fr: 'Déplacées en masse' },
    definition: {
      en: 'One of at least {bulkMoves:number} moves into the same stage within a minute.',
      fr: 'L’un d’au moins {bulkMoves:number} passages dans la même phase en une minute.',
    },
  },
  'imported-move': {
    title: { en: 'Moved by an import', fr: 'Déplacée par une importation' },
    definition: {
      en: 'A move that an import made: its instant is that of the import.',
      fr: 'Un passage fait par une importation\u00a0: son heure est celle de l’importation.',
    },
  },
  'reopened-win': {
    title: { en: 'Win reopened', fr: 'Gain rouvert' },
    definition: {
      en: 'A move from a won or post-win stage back to one that is under way.',
      fr: 'Un retour d’une phase gagnée ou postérieure au gain vers une phase en cours.',
    },
  },
  'unknown-stage': {
    title: { en: 'Stage not listed', fr: 'Phase absente de la liste' },
    definition: {
      en: 'A move from or to a stage that the pipeline no longer lists: its place in the order cannot be told.',
      fr: 'Un passage depuis ou vers une phase que le pipeline ne liste plus\u00a0: sa place dans l’ordre est inconnue.',
    },
  },
  'close-date-passed': {
    title: { en: 'Close date has passed', fr: 'Date de clôture dépassée' },
    definition: {
      en: 'An open deal whose close date is {passed} or more ago.',
      fr: 'Une transaction ouverte dont la date de clôture est passée depuis {passed} ou plus.',
    },
  },
  'close-date-pushed': {
    title: { en: 'Close date pushed again and again', fr: 'Date de clôture repoussée plusieurs fois' },
    definition: {
      en: 'An open deal whose close date was moved to a later day {pushes} or more.',
      fr: 'Une transaction ouverte dont la date de clôture a été repoussée {pushes} ou plus.',
    },
  },
  'no-close-date': {
    title: { en: 'No close date', fr: 'Pas de date de clôture' },
    definition: {
      en: 'An open deal without a close date.',
      fr: 'Une transaction ouverte sans date de clôture.',
    },
  },
  'no-next-activity': {
    title: { en: 'Nothing planned', fr: 'Rien de prévu' },
    definition: {
      en: 'An open deal that has been in its stage for {unplanned} or more, without an activity ahead.',
      fr: 'Une transaction ouverte, dans sa phase depuis {unplanned} ou plus, sans activité à venir.',
    },
  },
  'no-amount': {
    title: { en: 'No amount', fr: 'Pas de montant' },
    definition: {
      en: 'An open deal that has been in its stage for {unpriced} or more, without an amount above zero.',
      fr: 'Une transaction ouverte, dans sa phase depuis {unpriced} ou plus, sans montant supérieur à zéro.',
    },
  },
  'criteria-not-met': {
    title: { en: 'Moved on without its exit criteria', fr: 'Avancée sans ses critères de sortie' },
    definition: {
      en: 'An open deal that came from a stage with exit criteria, one of which is not met to this day. Only those that last are looked at: properties, amount, contacts.',
      fr: 'Une transaction ouverte venue d’une phase à critères de sortie, dont un n’est toujours pas rempli. Seuls ceux qui durent sont vérifiés\u00a0: propriétés, montant, contacts.',
    },
  },
};
