import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  title: 'Actions taken',
  about:
    'What was done about a stage, and from which day on. The stage is then compared before and after, beside the pipeline’s other stages. Write about the stage and not about persons: managers read it on the team card.',
  none: 'Nothing recorded yet.',
  add: 'Add an action',
  remove: (place: number) => `Remove action ${f.count(place)}`,
  pipeline: (place: number) => `Action ${f.count(place)}: pipeline`,
  stage: (place: number) => `Action ${f.count(place)}: stage`,
  otherStage: (id: string) => `Stage ${id}`,
  aim: (place: number) => `Action ${f.count(place)}: what it is meant to change`,
  aims: { dwell: 'Time in the stage', conversion: 'Share of visits that go on' },
  day: (place: number) => `Action ${f.count(place)}: since`,
  done: (place: number) => `Action ${f.count(place)}: what was done`,
  doneForm: 'For example: every proposal follows one template',
  notYet: 'Figures come within a minute after it was saved.',
  refused: 'The figures could not be loaded.',
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  title: 'Les actions menées',
  about:
    'Ce qui a été fait sur une phase, et depuis quel jour. La phase est alors comparée avant et après, à côté des autres phases du pipeline. Parlez de la phase et non de personnes\u00a0: les managers le lisent sur la fiche d’équipe.',
  none: 'Rien de noté pour l’instant.',
  add: 'Ajouter une action',
  remove: (place) => `Retirer l’action ${f.count(place)}`,
  pipeline: (place) => `Action ${f.count(place)}\u00a0: pipeline`,
  stage: (place) => `Action ${f.count(place)}\u00a0: phase`,
  otherStage: (id) => `Phase ${id}`,
  aim: (place) => `Action ${f.count(place)}\u00a0: ce qu’elle vise`,
  aims: { dwell: 'Le temps dans la phase', conversion: 'La part des passages qui avancent' },
  day: (place) => `Action ${f.count(place)}\u00a0: depuis le`,
  done: (place) => `Action ${f.count(place)}\u00a0: ce qui a été fait`,
  doneForm: 'Par exemple\u00a0: toute proposition suit un seul modèle',
  notYet: 'Les chiffres arrivent dans la minute qui suit l’enregistrement.',
  refused: 'Les chiffres n’ont pas pu être chargés.',
});

export const actionCatalogues = { en, fr };
export const useActionMessages = messagesHook(actionCatalogues);
