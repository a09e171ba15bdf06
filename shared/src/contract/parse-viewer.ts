import { flag, listOf, nullable, object, oneOf, text } from './decode.ts';
import type { TeamChoice, ViewerAnswer } from './viewer.ts';

const viewerAnswer = object<ViewerAnswer>({
  role: oneOf('admin', 'manager', 'rep'),
  ownerId: nullable(text),
  teams: listOf(object<TeamChoice>({ teamId: text, label: text })),
  seesNames: flag,
  teamReports: nullable(listOf(text)),
});

/** Reads the answer of `GET /v1/viewer`; throws a `ContractError` that names the place where it is broken. */
export const parseViewer = (input: unknown): ViewerAnswer => viewerAnswer(input, '');
