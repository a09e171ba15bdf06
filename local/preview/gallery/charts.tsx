import { BarChart, Flex, hubspot, LineChart } from '@hubspot/ui-extensions';

const visits = [
  { stage: 'a', kind: 'First', days: 4 },
  { stage: 'b', kind: 'First', days: 12 },
  { stage: 'a', kind: 'Again', days: 3 },
  { stage: 'a', kind: 'Again', days: 2 },
];

hubspot.extend<'crm.record.tab'>(() => (
  <Flex direction="column" gap="md">
    <BarChart
      data={{ data: visits, options: { propertyLabels: { stage: { a: 'Lead', b: 'Demo' } } } }}
      axes={{
        x: { field: 'stage', fieldType: 'category', label: 'Stage' },
        y: { field: 'days', fieldType: 'linear', label: 'Days' },
        options: { groupFieldByColor: 'kind', stacking: true, colors: { Again: 'purple' } },
      }}
      options={{ title: 'Days by stage', showLegend: true, showTooltips: true, showDataLabels: true }}
    />
    <LineChart
      data={[
        { week: '2026-02-02', won: 2 },
        { week: '2026-02-09', won: 5 },
      ]}
      axes={{ x: { field: 'week', fieldType: 'datetime' }, y: { field: 'won', fieldType: 'linear' } }}
    />
  </Flex>
));
