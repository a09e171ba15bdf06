import { type Health, parseHealth } from '@deal-stage-insights/shared';
import { askApi, FreshnessLine, LoadView, useFormats, useLoad, Section } from '@deal-stage-insights/ui';
import {
  Alert,
  DescriptionList,
  DescriptionListItem,
  Flex,
  List,
  ProgressBar,
  StatusTag,
  Text,
  useExtensionContext,
} from '@hubspot/ui-extensions';
import { useEffect } from 'react';
import { needsOf, readShare, remainingMs } from '../figures/health-facts.ts';
import { useHealthMessages } from '../messages/health.ts';
import { ReadAgain } from './ReadAgain.tsx';

const TONES = { ok: 'success', degraded: 'warning', starting: 'info' } as const;

/** Is it connected, is it complete, is it fresh: in plain words, with what to do about it. */
export function HealthSection() {
  const { variables } = useExtensionContext<'settings'>();
  const { load, askAgain } = useLoad('health', () =>
    askApi(variables?.['API_BASE_URL'], { path: '/v1/health', parse: parseHealth }),
  );
  const { title } = useHealthMessages();
  const isReading = load.shown.status === 'data' && load.shown.data.backfill?.state === 'running';
  useRepeat(isReading && !load.isAsking, askAgain);
  return (
    <Section title={title} isTile={true}>
      <LoadView load={load} onAskAgain={askAgain}>
        {(health) => (
          <>
            <HealthFacts health={health} onStarted={askAgain} />
            <FreshnessLine asOf={health.asOf} isAsking={load.isAsking} onAskAgain={askAgain} />
          </>
        )}
      </LoadView>
    </Section>
  );
}

const READING_PAUSE_MS = 5_000;

/** A bar that shows how far a read is has to move. */
function useRepeat(isWanted: boolean, repeat: () => void) {
  useEffect(() => {
    if (!isWanted) return;
    const timer = setTimeout(repeat, READING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isWanted, repeat]);
}

interface HealthFactsProps {
  readonly health: Health;
  readonly onStarted: () => void;
}

function HealthFacts({ health, onStarted }: HealthFactsProps) {
  const messages = useHealthMessages();
  const needs = needsOf(health);
  // The backend judges itself; whether HubSpot talks to it is ours to tell.
  const status = health.status === 'ok' && needs.length > 0 ? 'degraded' : health.status;
  return (
    <>
      <Flex>
        <StatusTag variant={TONES[status]}>{messages.status[status]}</StatusTag>
      </Flex>
      {needs.length > 0 && (
        <Alert title={messages.needsTitle} variant="warning">
          <List>
            {needs.map((need) => (
              <Text key={need}>{messages.needs[need]}</Text>
            ))}
          </List>
        </Alert>
      )}
      {health.backfill !== null && <AccountRead backfill={health.backfill} asOf={health.asOf} />}
      {health.backfill?.state !== 'running' && <ReadAgain wasRead={health.backfill !== null} onStarted={onStarted} />}
      <Figures health={health} />
    </>
  );
}

interface AccountReadProps {
  readonly backfill: NonNullable<Health['backfill']>;
  readonly asOf: number;
}

function AccountRead({ backfill, asOf }: AccountReadProps) {
  const { backfill: words } = useHealthMessages();
  const { dealsRead, waitsUntil } = backfill;
  const share = readShare(backfill);
  const leftMs = remainingMs(backfill, asOf);
  if (backfill.state === 'failed') return null; // What needs a look says so.
  if (backfill.state === 'done') return <Text>{words.done(backfill.dealsRead, backfill.finishedAt)}</Text>;
  return (
    <>
      {share === null ? <Text>{words.counting(dealsRead)}</Text> : <ReadBar backfill={backfill} share={share} />}
      {leftMs !== null && <Text>{words.left(leftMs)}</Text>}
      {waitsUntil !== null && <Text>{words.waits(waitsUntil)}</Text>}
    </>
  );
}

interface ReadBarProps {
  readonly backfill: NonNullable<Health['backfill']>;
  readonly share: number;
}

function ReadBar({ backfill, share }: ReadBarProps) {
  const { backfill: words } = useHealthMessages();
  return (
    <ProgressBar
      title={words.running}
      aria-label={words.progress(backfill.dealsRead, backfill.dealsFound ?? 0)}
      value={Math.round(share * 100)}
      maxValue={100}
      valueDescription={words.progress(backfill.dealsRead, backfill.dealsFound ?? 0)}
    />
  );
}

function Figures({ health }: { readonly health: Health }) {
  const { facts, compared, never } = useHealthMessages();
  const { count, moment } = useFormats();
  const { deals, reconcile, deadLetters } = health;
  const at = (instant: number | null) => (instant === null ? never : moment(instant));
  const rows = [
    [facts.recorded, count(deals.recorded)],
    [facts.deleted, count(deals.deleted)],
    [facts.lastWebhook, at(health.lastWebhookAt)],
    [facts.lastRead, at(health.lastReadAt)],
    [facts.lastNightly, at(health.lastNightlyAt)],
    [facts.reconcile, reconcile === null ? never : compared.run(reconcile)],
    [facts.sweep, reconcile?.sweep ? compared.sweep(reconcile.sweep) : never],
    [facts.sides, reconcile?.sweep ? compared.sides(reconcile.sweep) : never],
    [facts.mismatches, count(health.mismatches)],
    [facts.setAside, count(deadLetters.count)],
    [facts.erasures, count(health.erasures.underWay)],
    [facts.version, health.version],
  ] as const;
  return (
    <DescriptionList direction="row">
      {rows.map(([label, value]) => (
        <DescriptionListItem key={label} label={label}>
          <Text>{value}</Text>
        </DescriptionListItem>
      ))}
    </DescriptionList>
  );
}
