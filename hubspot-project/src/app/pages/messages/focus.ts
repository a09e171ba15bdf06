import { type Say, textsHook } from '@deal-stage-insights/ui';

export const focusTexts = ({ f, t }: Say) => ({
  focus: t('To work on', 'À travailler'),
  soon: (days: number) => t(`Late within ${f.duration(days)}`, `En retard sous ${f.duration(days)}`),
  calm: t('Calm', 'Calmes'),
  withoutAmount: t('To work on, without an amount', 'À travailler, sans montant'),
  usual: t('8 of 10 end within', '8 sur 10 finissent en'),
  later: (days: number) => t(`If still there in ${f.duration(days)}`, `Si encore là dans ${f.duration(days)}`),
  less: (amount: string) => t(`${amount} less`, `${amount} de moins`),
  winBack: t('Lost deals to win back', 'Transactions perdues à reconquérir'),
  reopened: t('Opened again', 'Rouvertes'),
  wonAgain: t('Won in the end', 'Gagnées finalement'),
  since: t('Lost for', 'Perdue depuis'),
});

export const useFocusMessages = textsHook(focusTexts);
