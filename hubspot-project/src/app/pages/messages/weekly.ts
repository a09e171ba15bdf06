import { type Say, textsHook } from '@deal-stage-insights/ui';

export const weeklyTexts = ({ t }: Say) => ({
  print: t(
    'To print it, or to keep it as a file, use the browser’s own command.',
    'Pour l’imprimer ou la garder en fichier, utilisez la commande du navigateur.',
  ),
});

export const useWeeklyMessages = textsHook(weeklyTexts);
