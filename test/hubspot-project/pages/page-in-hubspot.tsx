import { createRenderer } from '@hubspot/ui-extensions/testing';
import { vi } from 'vitest';
import { AnalyticsPage } from '../../../hubspot-project/src/app/pages/AnalyticsPage.tsx';

/** What the backend answers by path, without the query: a body, or a response. A path that is not named is not found. */
type Answers = Readonly<Record<string, unknown>>;
type Backend = (url: URL, method?: string, body?: object) => Promise<Response>;

interface OpenPage {
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly locale?: string;
  readonly answers: Answers | Backend;
}

export const problem = (status: number, code: string) => Response.json({ code, instance: 'request-1' }, { status });

/** The analytics page at an address, over a backend of given answers. `urls` are the addresses it asked for. */
export function pageInHubSpot({ path, params = {}, locale = 'en-us', answers }: OpenPage) {
  const urls: string[] = [];
  vi.stubGlobal('self', {
    hsFetch: (url: string, { method, body }: { readonly method?: string; readonly body?: object } = {}) => {
      urls.push(url);
      return typeof answers === 'function' ? answers(new URL(url), method, body) : Promise.resolve(given(answers, url));
    },
  });
  const renderer = createRenderer('pages');
  renderer.mocks.context.user.locale = locale;
  renderer.mocks.context.portal.timezone = 'Europe/Paris';
  renderer.mocks.context.variables = { API_BASE_URL: 'https://insights.example.com' };
  renderer.mocks.setPageLocation({ path, params: { ...params } });
  renderer.render(<AnalyticsPage />);
  return { ...renderer, urls, text: () => textOf(renderer.getRootNode()) };
}

function given(answers: Answers, url: string): Response {
  const answer = answers[new URL(url).pathname];
  if (answer instanceof Response) return answer.clone();
  return answer === undefined ? problem(404, 'not-found') : Response.json(answer);
}

/** Fields have props of several forms, and the renderer's types then allow no event at all. */
export const trigger = (node: { readonly trigger: (...args: never[]) => void }, event: string, value: unknown) =>
  Reflect.apply(node.trigger, node, [event, value]);

/** Everything that a reader could read, in order: texts, and the props that are shown as texts. */
export function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { text, nodeType, props, childNodes } = node as ReadableNode;
  const own = nodeType === 'text' ? [text ?? ''] : SHOWN_PROPS.map((name) => props?.[name]);
  return [...own, ...(childNodes ?? []).map(textOf)].filter((part) => part !== undefined && part !== '').join(' ');
}

interface ReadableNode {
  readonly text?: string | null;
  readonly nodeType?: string;
  readonly props?: Readonly<Record<string, string | number | undefined>>;
  readonly childNodes?: readonly unknown[];
}

const SHOWN_PROPS = ['title', 'label', 'number', 'valueDescription', 'description'] as const;
