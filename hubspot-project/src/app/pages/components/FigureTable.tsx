import { Column, Section, Small, SortedTable, type TableColumn } from '@deal-stage-insights/ui';
import { Button, Flex, useExtensionActions } from '@hubspot/ui-extensions';
import { tableText } from '../figures/table-text.ts';
import { useIsPrinted } from '../printed.ts';
import { useFrameMessages } from '../messages/frame.ts';

export interface FigureColumn<Row> extends TableColumn<Row> {
  /** What a copy of the table has in this column, where it is not what the table sorts by. */
  readonly copied?: (row: Row) => string | number | null;
}

export interface FigureTableProps<Row> {
  /** Of a section of its own. */
  readonly title?: string;
  /** How many rows there are, where they are not all listed. Told below the title. */
  readonly inAll?: number;
  readonly columns: readonly FigureColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowsAPage?: number;
}

/** A table that can be taken along: all its rows and plain numbers, in the form that spreadsheets paste. */
export function FigureTable<Row>({ title, inAll = 0, ...props }: FigureTableProps<Row>) {
  const { counted } = useFrameMessages();
  const shown = props.rows.length;
  if (title === undefined) return <CopiedTable {...props} />;
  return (
    <Section title={title}>
      {inAll > shown && <Small>{counted.first(shown, inAll)}</Small>}
      <CopiedTable {...props} />
    </Section>
  );
}

function CopiedTable<Row>(props: Omit<FigureTableProps<Row>, 'title' | 'inAll'>) {
  const { columns, rows } = props;
  const isPrinted = useIsPrinted();
  const { table } = useFrameMessages();
  const { copyTextToClipboard, addAlert } = useExtensionActions<'pages'>();
  const copy = async () => {
    try {
      await copyTextToClipboard(tableText(columns, rows));
      addAlert({ type: 'success', message: table.copied });
    } catch {
      addAlert({ type: 'warning', message: table.notCopied });
    }
  };
  if (isPrinted) {
    const unsorted = columns.map(({ title, align, cell }) => ({ title, cell, ...(align !== undefined && { align }) }));
    return <SortedTable {...props} columns={unsorted} rowsAPage={rows.length} />;
  }
  return (
    <Column gap="xs" align="stretch">
      <SortedTable {...props} />
      <Flex justify="end">
        <Button size="xs" variant="transparent" onClick={() => void copy()}>
          {table.copy}
        </Button>
      </Flex>
    </Column>
  );
}
