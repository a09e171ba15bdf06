import type { Formats } from '@deal-stage-insights/ui';
import { outlook } from './outlook.ts';
import { type Say, sayIn } from './say.ts';
import { standing } from './standing.ts';
import { waySoFar } from './way-so-far.ts';

/** Every text of the cards. Both languages stand side by side, which weighs less in a bundle than two catalogues of the same keys. */
const texts = (say: Say) => ({
  percent: say.f.percent,
  duration: say.f.duration,
  day: say.f.day,
  loading: say.t('Loading the insights of this deal', 'Chargement de l’analyse de cette transaction'),
  outlook: outlook(say),
  ...standing(say),
  ...waySoFar(say),
});

export type Messages = ReturnType<typeof texts>;

export const en = (f: Formats): Messages => texts(sayIn(f, 'en'));
/** A space before `:` `;` `?` and `>` never breaks the line. */
export const fr = (f: Formats): Messages => texts(sayIn(f, 'fr'));
