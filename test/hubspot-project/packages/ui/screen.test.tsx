import { Alert, Button, ErrorState, LoadingSpinner, Table, TableCell, TableHeader } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  LanguageProvider,
  LoadView,
  SortedTable,
  useFormats,
  useLoad,
} from '../../../../hubspot-project/src/app/packages/ui/index.ts';

const rows = Array.from({ length: 12 }, (_, index) => ({ name: `Deal ${index + 1}`, days: index + 1 }));

function DealTable({ upTo }: { readonly upTo: number }) {
  const formats = useFormats();
  const columns = [
    { id: 'name', title: 'Deal', cell: ({ name }: (typeof rows)[number]) => name },
    {
      id: 'days',
      title: 'Days',
      sortBy: ({ days }: (typeof rows)[number]) => days,
      cell: ({ days }: (typeof rows)[number]) => formats.duration(days),
    },
  ];
  return <SortedTable columns={columns} rows={rows.slice(0, upTo)} rowKey={({ name }) => name} />;
}

/** A screen as each folder writes it, over answers given one after the other. */
function screenOver(...answers: readonly Answer<number>[]) {
  let asked = 0;
  function Screen() {
    const { load, askAgain } = useLoad('deals', () => {
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      return answer === undefined ? new Promise(() => undefined) : Promise.resolve(answer);
    });
    return (
      <LanguageProvider locale="fr_FR" timeZone="UTC">
        <LoadView load={load} onAskAgain={askAgain}>
          {(upTo) => (
            <>
              <DealTable upTo={upTo} />
              <Button onClick={askAgain}>again</Button>
            </>
          )}
        </LoadView>
      </LanguageProvider>
    );
  }
  const renderer = createRenderer('settings');
  renderer.render(<Screen />);
  return renderer;
}

/** Tables and their headers have props of several forms, and the renderer's types then allow no event at all. */
const trigger = (node: { readonly trigger: (...args: never[]) => void }, event: string, value: unknown) =>
  Reflect.apply(node.trigger, node, [event, value]);

const twelve: Answer<number> = { kind: 'data', data: 12 };
const failed: Answer<number> = { kind: 'failed', reason: 'busy', requestId: null, errors: [] };

describe('a screen of the shared parts', () => {
  it('says in the reader’s language that it is loading', () => {
    expect(screenOver().find(LoadingSpinner).props.label).toBe('Chargement');
  });

  it('shows ten rows a page, the rest on the next, and begins at the first again when sorted', async () => {
    const screen = screenOver(twelve);
    await screen.waitFor(() => screen.find(Table));
    const firstCell = () => screen.findAll(TableCell)[1]?.text;

    expect(screen.findAll(TableCell)).toHaveLength(20);
    trigger(screen.find(Table), 'onPageChange', 2);
    expect(screen.findAll(TableCell)).toHaveLength(4);
    expect(firstCell()).toBe('11\u00a0jours');
    trigger(
      screen.find(TableHeader, ({ text }) => text === 'Days'),
      'onSortChange',
      'descending',
    );

    expect(screen.findAll(TableCell)).toHaveLength(20);
    expect(firstCell()).toBe('12\u00a0jours');
  });

  it('keeps the last good figures under a warning when a later answer fails', async () => {
    const screen = screenOver(twelve, failed);
    await screen.waitFor(() => screen.find(Table));

    screen.find(Button, ({ text }) => text === 'again').trigger('onClick');
    await screen.waitFor(() => screen.find(Alert));

    expect(screen.find(Alert).props.title).toBe('Voici les derniers chiffres reçus');
    expect(screen.maybeFind(Table)).not.toBeNull();
  });

  it('refuses in plain words, without a button that could not help', async () => {
    const screen = screenOver({ kind: 'refused' });
    await screen.waitFor(() => screen.find(ErrorState));

    expect(screen.find(ErrorState).props).toMatchObject({ type: 'lock', title: 'Non affiché pour vous' });
    expect(screen.maybeFind(Button)).toBeNull();
  });
});
