import { hubspot, StatisticsItem } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';

function Card() {
  const [number, setNumber] = useState<unknown>(5);
  useEffect(() => setNumber(() => Promise.resolve(6)), []);
  return <StatisticsItem label="Days" {...Object({ number })} />;
}

hubspot.extend<'crm.record.tab'>(() => <Card />);
