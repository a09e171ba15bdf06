import type { ReconcileHealth, SweepHealth } from '@deal-stage-insights/shared';
import { type Formats, messagesHook } from '@deal-stage-insights/ui';

const en = (f: Formats) => ({
  title: 'Connection and health',
  status: { ok: 'All is well', degraded: 'Something needs a look', starting: 'Being set up' },
  needsTitle: 'What needs a look',
  needs: {
    'backfill-failed': 'The read of the account broke off. Start it again below.',
    'token-refused':
      'HubSpot refuses the access token, or it lacks a scope. Put a valid one into the secret, as the install guide says: everything missed meanwhile is read then.',
    'daily-limit':
      'The calls that HubSpot answers this account in a day are used up. Changes are read again from midnight on.',
    'webhooks-never':
      'HubSpot has never told of a change. Figures are as old as the last comparison. Check that the app was uploaded with the address of this backend.',
    'webhooks-silent':
      'HubSpot changes deals and does not tell of it any more. Figures are as old as the last comparison.',
    'set-aside': 'Some deals could not be read and were set aside. The operations guide says how to read them again.',
    mismatches: 'Some deals are known not to be as HubSpot has them. The nightly comparison tries again.',
    behind: 'Some figures are older than the deals they speak of. The nightly run makes them anew.',
  },
  backfill: {
    running: 'Reading the account',
    counting: (read: number) =>
      `Reading the account: ${f.count(read)} ${f.plural(read, { one: 'deal', other: 'deals' })} so far.`,
    read: 'Read the account',
    again: 'Read the account again',
    about:
      'Every deal is read from HubSpot; only what differs is written. It begins within a quarter of an hour, and changes meanwhile are not lost.',
    notStarted: 'The read could not be started',
    progress: (read: number, found: number) => `${f.count(read)} of ${f.count(found)} deals`,
    left: (ms: number) => `About ${f.duration(Math.max(ms, 60_000) / 86_400_000)} left at the pace so far.`,
    waits: (until: number) =>
      `It goes on at ${f.moment(until)}: the rest of the day’s calls to HubSpot is kept for changes.`,
    done: (read: number, at: number | null) =>
      at === null
        ? `The account was read: ${f.count(read)} deals.`
        : `The account was read on ${f.day(at)}: ${f.count(read)} deals.`,
  },
  never: 'Not yet',
  facts: {
    recorded: 'Deals recorded',
    deleted: 'Deleted in HubSpot, in no figure',
    lastWebhook: 'HubSpot last told of a change',
    lastRead: 'Last read of a deal',
    lastNightly: 'Last nightly run',
    reconcile: 'Last comparison with HubSpot',
    sweep: 'Last comparison of all deals',
    sides: 'Deals alive, as counted then',
    mismatches: 'Deals known to differ from HubSpot',
    setAside: 'Deals set aside',
    erasures: 'Erasures under way',
    version: 'Version',
  },
  compared: {
    run: ({ lastAt, checked, repaired }: ReconcileHealth) =>
      `${f.moment(lastAt)}: ${f.count(checked)} checked, ${f.count(repaired)} repaired`,
    sweep: ({ startedAt, finishedAt, checked, repaired, missing }: SweepHealth) =>
      `${f.moment(finishedAt ?? startedAt)}${finishedAt === null ? ' (under way)' : ''}: ${f.count(checked)} checked, ${f.count(repaired)} repaired, ${f.count(missing)} unknown to HubSpot`,
    sides: ({ atHubSpot, recorded }: SweepHealth) =>
      atHubSpot === null || recorded === null
        ? 'Not counted yet'
        : `${f.count(atHubSpot)} in HubSpot, ${f.count(recorded)} here`,
  },
});

const fr = (f: Formats): ReturnType<typeof en> => ({
  title: 'Connexion et état',
  status: { ok: 'Tout va bien', degraded: 'Un point à vérifier', starting: 'En cours d’installation' },
  needsTitle: 'À vérifier',
  needs: {
    'backfill-failed': 'La lecture du compte s’est interrompue. Relancez-la ci-dessous.',
    'token-refused':
      'HubSpot refuse le jeton d’accès, ou il lui manque une autorisation. Mettez un jeton valable dans le secret, comme le dit le guide d’installation\u00a0: tout ce qui a été manqué sera alors lu.',
    'daily-limit':
      'Les appels auxquels HubSpot répond en un jour pour ce compte sont épuisés. Les changements seront lus à partir de minuit.',
    'webhooks-never':
      'HubSpot n’a jamais signalé de changement. Les chiffres datent de la dernière comparaison. Vérifiez que l’application a été envoyée avec l’adresse de ce serveur.',
    'webhooks-silent':
      'HubSpot modifie des transactions et ne le signale plus. Les chiffres datent de la dernière comparaison.',
    'set-aside':
      'Des transactions n’ont pas pu être lues et ont été mises de côté. Le guide d’exploitation dit comment les relire.',
    mismatches: 'Des transactions ne sont pas telles que dans HubSpot. La comparaison de la nuit essaiera de nouveau.',
    behind: 'Des chiffres sont plus anciens que leurs transactions. Le passage de la nuit les refera.',
  },
  backfill: {
    running: 'Lecture du compte',
    counting: (read) =>
      `Lecture du compte\u00a0: ${f.count(read)} ${f.plural(read, { one: 'transaction', other: 'transactions' })} jusqu’ici.`,
    read: 'Lire le compte',
    again: 'Relire le compte',
    about:
      'Chaque transaction est lue dans HubSpot\u00a0; seul ce qui diffère est écrit. Cela commence dans le quart d’heure, et les changements entre-temps ne sont pas perdus.',
    notStarted: 'La lecture n’a pas pu être lancée',
    progress: (read, found) => `${f.count(read)} transactions sur ${f.count(found)}`,
    left: (ms) => `Encore environ ${f.duration(Math.max(ms, 60_000) / 86_400_000)} au rythme actuel.`,
    waits: (until) =>
      `Elle reprendra à ${f.moment(until)}\u00a0: le reste des appels du jour à HubSpot est gardé pour les changements.`,
    done: (read, at) =>
      at === null
        ? `Le compte a été lu\u00a0: ${f.count(read)} transactions.`
        : `Le compte a été lu le ${f.day(at)}\u00a0: ${f.count(read)} transactions.`,
  },
  never: 'Pas encore',
  facts: {
    recorded: 'Transactions enregistrées',
    deleted: 'Supprimées dans HubSpot, dans aucun chiffre',
    lastWebhook: 'Dernier changement signalé par HubSpot',
    lastRead: 'Dernière lecture d’une transaction',
    lastNightly: 'Dernier passage de nuit',
    reconcile: 'Dernière comparaison avec HubSpot',
    sweep: 'Dernière comparaison de toutes les transactions',
    sides: 'Transactions en vie, comptées alors',
    mismatches: 'Transactions connues comme différentes de HubSpot',
    setAside: 'Transactions mises de côté',
    erasures: 'Effacements en cours',
    version: 'Version du serveur',
  },
  compared: {
    run: ({ lastAt, checked, repaired }) =>
      `${f.moment(lastAt)}\u00a0: ${f.count(checked)} vérifiées, ${f.count(repaired)} réparées`,
    sweep: ({ startedAt, finishedAt, checked, repaired, missing }) =>
      `${f.moment(finishedAt ?? startedAt)}${finishedAt === null ? ' (en cours)' : ''}\u00a0: ${f.count(checked)} vérifiées, ${f.count(repaired)} réparées, ${f.count(missing)} inconnues de HubSpot`,
    sides: ({ atHubSpot, recorded }) =>
      atHubSpot === null || recorded === null
        ? 'Pas encore comptées'
        : `${f.count(atHubSpot)} dans HubSpot, ${f.count(recorded)} ici`,
  },
});

export const healthCatalogues = { en, fr };
export const useHealthMessages = messagesHook(healthCatalogues);
