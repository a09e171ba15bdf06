import { hubspot, Text } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';

/** A card that makes one call with `hubspot.fetch()` and shows the status of the answer. */
export function askAndShow(url: string, options: object): void {
  hubspot.extend<'crm.record.tab'>(() => <Asking url={url} options={options} />);
}

function Asking({ url, options }: { readonly url: string; readonly options: object }) {
  const [status, setStatus] = useState('asking');
  useEffect(() => {
    void hubspot.fetch(url, options).then((response) => setStatus(`status ${response.status}`));
  }, [url, options]);
  return <Text>{status}</Text>;
}
