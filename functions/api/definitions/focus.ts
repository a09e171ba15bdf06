import type { Bilingual } from '@deal-stage-insights/shared';

export const focusDefinitions: readonly Bilingual[] = [
  {
    en: 'The open deals that something asks attention for: they are stalled; they have been in their stage for longer than eight of ten visits, or will be within a week; or their record shows silence, nothing planned, a close date that has passed or was pushed three times. All others are calm, and counted.',
    fr: 'Les transactions ouvertes pour lesquelles quelque chose demande de l’attention\u00a0: elles sont à l’arrêt\u00a0; elles sont dans leur phase depuis plus longtemps que huit passages sur dix, ou le seront sous une semaine\u00a0; ou leur fiche montre un silence, rien de prévu, une date de clôture passée ou repoussée trois fois. Toutes les autres sont calmes, et comptées.',
  },
  {
    en: 'They are ranked by value at stake: the amount times the chance ever to be won, which is the share won of the visits that were still in this stage at this age, each with its interval and its cases. Where that chance is not known they follow by amount; where there is no amount nothing is guessed, and they are listed apart, the likeliest to be won first.',
    fr: 'Elles sont classées selon la valeur en jeu\u00a0: le montant fois la chance d’être gagnée un jour, c’est-à-dire la part gagnée des passages qui étaient encore dans cette phase à cet âge, avec son intervalle et ses cas. Si cette chance n’est pas connue, elles suivent selon le montant\u00a0; sans montant, rien n’est deviné, et elles sont listées à part, les plus probables d’abord.',
  },
  {
    en: '“If still there” is the same share of the visits that were still there two weeks later. It says how deals fared that went on waiting, not that the waiting made it so; below it stands what the difference comes to on the amount.',
    fr: '«\u00a0Si encore là\u00a0» est la même part pour les passages qui y étaient encore deux semaines plus tard. Elle dit ce que sont devenues des transactions qui attendaient encore, et non que l’attente en décide\u00a0; au-dessous figure ce que l’écart représente sur le montant.',
  },
  {
    en: 'Deals of which somebody said on their card that they wait with reason are left out until that day. Parked deals, such as abandoned carts, have a list of their own, in the same order.',
    fr: 'Les transactions dont quelqu’un a dit sur leur fiche qu’elles attendent avec raison n’y sont pas jusqu’à ce jour. Celles mises en attente, comme des paniers abandonnés, ont leur propre liste, dans le même ordre.',
  },
  {
    en: 'To win back: deals lost 90 to 365 days ago, the largest first. The shares are of all deals of the pipeline that stayed lost for 90 days or longer, so far; who was called again was chosen by somebody, so that the others may fare otherwise. Where nobody has reopened one, no chance is shown.',
    fr: 'À reconquérir\u00a0: les transactions perdues il y a 90 à 365 jours, les plus grandes d’abord. Les parts sont celles, à ce jour, de toutes les transactions du pipeline restées perdues 90 jours ou plus\u00a0; celles que l’on a rouvertes ont été choisies, si bien que les autres peuvent se comporter autrement. Si personne n’en a rouvert, aucune chance n’est affichée.',
  },
];
