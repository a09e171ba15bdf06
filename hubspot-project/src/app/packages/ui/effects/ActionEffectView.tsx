import type { ActionEffect, ActionVerdict } from '@deal-stage-insights/shared';
import { Alert, Flex, Statistics, StatusTag, Text } from '@hubspot/ui-extensions';
import { EstimateFigure } from '../components/EstimateFigure.tsx';
import { Small } from '../components/Small.tsx';
import { useFormats } from '../language/LanguageProvider.tsx';
import { useEffectMessages } from './messages.ts';

const TONES = {
  improved: 'success',
  worsened: 'danger',
  'no-difference-detectable': 'default',
  insufficient: 'info',
} as const satisfies Record<ActionVerdict, string>;

/** What a stage did before and after something was done about it: the verdict in plain words, its figures, and what to mind. */
export function ActionEffectView({ effect }: { readonly effect: ActionEffect }) {
  const words = useEffectMessages();
  const { verdict, days, daysInAll, placebo, wasBottleneck, alsoRecorded } = effect;
  const isTold = verdict === 'improved' || verdict === 'worsened';
  const isRunning = days < daysInAll && verdict !== 'insufficient';
  return (
    <>
      <Flex gap="sm" align="center" wrap="wrap">
        <StatusTag variant={TONES[verdict]}>{words.verdicts[verdict]}</StatusTag>
        <Text>{isTold && placebo.stageIds.length === 0 ? words.alone : words.sentences[verdict]}</Text>
      </Flex>
      {days > 0 && <EffectFigures effect={effect} />}
      {isRunning && <Small>{words.running(days, daysInAll)}</Small>}
      {alsoRecorded > 0 && <Small>{words.alsoRecorded(alsoRecorded)}</Small>}
      {isTold && <Small>{words.notWhy}</Small>}
      {wasBottleneck && verdict === 'improved' && <Alert title={words.clogged}>{words.wasBottleneck}</Alert>}
    </>
  );
}

function EffectFigures({ effect: { aim, days, ...effect } }: { readonly effect: ActionEffect }) {
  const words = useEffectMessages();
  const { percent, duration, change } = useFormats();
  const [figure, moved] = aim === 'conversion' ? [percent, words.points] : [duration, change];
  return (
    <>
      <Text>{words.aims[aim]}</Text>
      <Statistics>
        <EstimateFigure label={words.before(days)} estimate={effect.before.figure} format={figure} />
        <EstimateFigure label={words.after(days)} estimate={effect.after.figure} format={figure} />
        <EstimateFigure label={words.change} estimate={effect.change} format={moved} />
        <EstimateFigure label={words.placebo} estimate={effect.placebo.change} format={moved} />
        <EstimateFigure label={words.beyond} estimate={effect.beyondPlacebo} format={moved} />
      </Statistics>
    </>
  );
}
