import { useEffect, useState } from 'react';
import type { PageConfig } from '../../page-config.ts';
import { followHere } from '../components/navigation.ts';
import { go, useAddress } from './address.ts';
import { ADDRESS_OF_GALLERY, addressOfPage, addressOfSettings, type Place, placeAt } from './places.ts';

/** The way between the three places of HubSpot that show the app, and to the gallery of components. The record that was last looked at is remembered. */
export function PlaceLinks({ config }: { readonly config: PageConfig }) {
  const address = useAddress();
  const { kind } = placeAt(address);
  const [lastRecord, setLastRecord] = useState('/');
  useEffect(() => {
    if (kind === 'record') setLastRecord(address);
  }, [kind, address]);
  const links: readonly { readonly to: Place['kind']; readonly label: string; readonly address: string }[] = [
    { to: 'record', label: 'Deal record', address: lastRecord },
    { to: 'page', label: 'App page', address: addressOfPage({ to: '/' }, config) },
    { to: 'settings', label: 'App settings', address: addressOfSettings(config) },
    { to: 'gallery', label: 'Components', address: ADDRESS_OF_GALLERY },
  ];
  return (
    <nav className="place-links" aria-label="Places">
      {links.map((link) => (
        <a
          key={link.to}
          href={link.address}
          onClick={(event) => followHere(event, link.address, go)}
          {...(link.to === kind && { 'aria-current': 'page' })}
        >
          {link.label}
        </a>
      ))}
    </nav>
  );
}
