import type { HealthAnswer } from '../../hubspot/signed-health.ts';
import { attention, type Finding, ok } from '../finding.ts';

/** The round trip that every card makes: signed is let in, unsigned is not. */
export function signatureFindings(signed: HealthAnswer, unsigned: HealthAnswer): readonly Finding[] {
  return [signedFinding(signed), unsignedFinding(unsigned)];
}

function signedFinding(answer: HealthAnswer): Finding {
  const what = 'signed request';
  if (answer.kind === 'healthy') return ok(what, 'let in');
  if (answer.kind === 'no-secret')
    return attention(
      what,
      'no client secret is stored',
      "Copy it from the app's Auth page in HubSpot, then npm run deploy.",
    );
  if (answer.kind === 'unreachable')
    return attention(
      what,
      `no answer (${answer.reason})`,
      'Look at the API in the AWS console; run npm run deploy -- --only stack.',
    );
  if (answer.status === 401)
    return attention(
      what,
      'refused (401)',
      "The stored client secret is not the one HubSpot signs with: copy it from the app's Auth page, then npm run deploy -- --only secret.",
    );
  if (answer.status === 403)
    return attention(
      what,
      'refused (403)',
      'The stack was deployed for another app id or HubSpot account: correct installation.json, then npm run deploy -- --only stack.',
    );
  return attention(
    what,
    `answered ${answer.status}`,
    'Look at the log of the api function (docs/operations.md, ServerErrors).',
  );
}

function unsignedFinding(answer: HealthAnswer): Finding {
  const what = 'unsigned request';
  if (answer.kind === 'refused' && answer.status === 401) return ok(what, 'refused (401)');
  if (answer.kind === 'healthy')
    return attention(what, 'LET IN', 'Anyone can read your figures: remove the stack or its API now, and report this.');
  const seen = answer.kind === 'refused' ? `answered ${answer.status}` : 'no answer';
  return attention(what, seen, 'A refusal with 401 is expected: see the line above.');
}
