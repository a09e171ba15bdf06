import {
  Flex,
  hubspot,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';

const STAGES = [
  ['Demo', 12],
  ['Lead', 4],
  ['Offer', 20],
] as const;

function SortedTable() {
  const [isDescending, setDescending] = useState(false);
  const [page, setPage] = useState(1);
  const rows = STAGES.toSorted(([, a], [, b]) => (isDescending ? b - a : a - b));
  return (
    <Table density="condensed" paginated={true} pageCount={2} page={page} onPageChange={setPage}>
      <TableHead>
        <TableRow>
          <TableHeader>Stage</TableHeader>
          <TableHeader
            align="right"
            sortDirection={isDescending ? 'descending' : 'ascending'}
            onSortChange={(direction) => setDescending(direction === 'descending')}
          >
            Days
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(([stage, days]) => (
          <TableRow key={stage}>
            <TableCell width="max">{stage}</TableCell>
            <TableCell align="right">{days}</TableCell>
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableCell colSpan={2}>Page {page}</TableCell>
        </TableRow>
      </TableFooter>
    </Table>
  );
}

function Card() {
  const [count, setCount] = useState(0);
  return (
    <Flex direction="column" gap="md">
      <Tabs defaultSelected="stages" onSelectedChange={() => setCount(count + 1)}>
        <Tab tabId="stages" title={`Stages ${count}`}>
          <SortedTable />
        </Tab>
        <Tab tabId="reps" title="Reps">
          <Text>Nobody is compared here.</Text>
        </Tab>
      </Tabs>
    </Flex>
  );
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
