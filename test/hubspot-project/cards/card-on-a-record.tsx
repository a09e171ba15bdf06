import type { DealInsights } from '@deal-stage-insights/shared';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { type ReactNode, useReducer } from 'react';
import { onTestFinished, vi } from 'vitest';
import { DealInsightsCard } from '../../../hubspot-project/src/app/cards/DealInsightsCard.tsx';

/** What HubSpot's fetch answers: a body with a status, or an error that it throws. */
export type Reply = { readonly body: unknown; readonly status?: number } | Error;

interface RecordPage {
  readonly replies: readonly Reply[];
  readonly locale?: string;
  readonly apiBaseUrl?: string | null;
  readonly stage?: string;
  readonly firstReplyAfterMs?: number;
  /** The insights card unless given. */
  readonly Card?: () => ReactNode;
  /** How far HubSpot is with the deal's own properties. */
  readonly properties?: 'known' | 'loading' | 'unreadable';
}

/** A change that the card sent. */
interface Change {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export const answering = (body: DealInsights): Reply => ({ body });

/**
 * The card on the page of deal 123. The replies are given one after the other, the last one for good; without any, the
 * backend never answers. `urls` are the addresses asked for, `changes` what was sent.
 */
export function cardOnARecord(recordPage: RecordPage) {
  const { locale = 'en-us', apiBaseUrl = API_BASE_URL, stage = 'proposal', Card = DealInsightsCard } = recordPage;
  const urls: string[] = [];
  const changes: Change[] = [];
  const reply = fetchThatReplies(recordPage, urls);
  vi.stubGlobal('self', {
    hsFetch: (url: string, { method = 'GET', body }: { method?: string; body?: unknown } = {}) => {
      if (method !== 'GET') changes.push({ method, path: new URL(url).pathname, body });
      return reply(url);
    },
  });
  const renderer = createRenderer('crm.record.tab');
  const { context } = renderer.mocks;
  context.crm = { objectId: 123, objectTypeId: '0-3' };
  context.user.locale = locale;
  context.portal.timezone = 'Europe/Paris';
  context.variables = apiBaseUrl === null ? {} : { API_BASE_URL: apiBaseUrl };
  const page = recordPageOf(stage, Card);
  const { properties = 'known' } = recordPage;
  renderer.mocks.useCrmProperties.willCall(() => ({
    properties: properties === 'known' ? { dealstage: page.shows().stage, pipeline: 'default' } : {},
    error: properties === 'unreadable' ? new Error('No access to these properties') : null,
    isLoading: properties === 'loading',
    isRefetching: false,
    refetch: () => Promise.resolve(),
  }));
  renderer.render(<page.Page />);
  // A card that stayed would go on asking during the next test.
  onTestFinished(() => page.change({ isOpen: false }));
  return {
    ...renderer,
    urls,
    changes,
    text: () => textOf(renderer.getRootNode()),
    moveOnPage: (to: string) => page.change({ stage: to }),
  };
}

interface PageState {
  readonly stage: string;
  readonly isOpen: boolean;
}

/** A page that can change under the card, as HubSpot's record does. */
function recordPageOf(stage: string, Card: () => ReactNode) {
  let shown: PageState = { stage, isOpen: true };
  let redraw: () => void = () => undefined;
  function Page() {
    const [, count] = useReducer((n: number) => n + 1, 0);
    redraw = count;
    return shown.isOpen ? <Card /> : null;
  }
  return {
    Page,
    shows: () => shown,
    change: (changes: Partial<PageState>) => {
      shown = { ...shown, ...changes };
      redraw();
    },
  };
}

const API_BASE_URL = 'https://insights.example.com';

function fetchThatReplies({ replies, firstReplyAfterMs = 0 }: RecordPage, urls: string[]) {
  return async (url: string): Promise<Response> => {
    const turn = urls.push(url) - 1;
    const reply = replies[Math.min(turn, replies.length - 1)];
    if (turn === 0 && firstReplyAfterMs > 0) await new Promise((resolve) => setTimeout(resolve, firstReplyAfterMs));
    if (reply === undefined) return new Promise(() => undefined);
    if (reply instanceof Error) throw reply;
    return Response.json(reply.body, { status: reply.status ?? 200 });
  };
}

/** Everything that a rep could read on the card, in order: texts, and the props that are shown as texts. */
export function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { text, nodeType, props, childNodes } = node as ReadableNode;
  const own = nodeType === 'text' ? [text ?? ''] : SHOWN_PROPS.map((name) => props?.[name]);
  const below = (childNodes ?? []).map(textOf);
  return [...own, ...below].filter((part) => part !== undefined && part !== '').join(' ');
}

interface ReadableNode {
  readonly text?: string | null;
  readonly nodeType?: string;
  readonly props?: Readonly<Record<string, string | number | undefined>>;
  readonly childNodes?: readonly unknown[];
}

const SHOWN_PROPS = ['title', 'label', 'number', 'valueDescription'] as const;
