import { describe, expect, it } from 'vitest';
import {
  addressOfPage,
  keepingPreview,
  placeAt,
  reachedHere,
  shownHere,
} from '../../../local/preview/browser/shell/places.ts';

const IDS = { portalId: '1', appId: '2' };

describe('placeAt', () => {
  it.each([
    ['/', { kind: 'record', dealId: null, cardUid: null }],
    ['/?deal=7&card=pulse', { kind: 'record', dealId: '7', cardUid: 'pulse' }],
    ['/contacts/1/record/0-3/7', { kind: 'record', dealId: '7', cardUid: null }],
    ['/app/1/2', { kind: 'page', location: { path: '/', params: {} } }],
    ['/app/1/2/stages/demo?period=q4', { kind: 'page', location: { path: '/stages/demo', params: { period: 'q4' } } }],
    ['/settings/1/2', { kind: 'settings' }],
  ])('%s', (address, place) => {
    expect(placeAt(address)).toEqual(place);
  });

  it('keeps what the preview itself was told from the page’s router', () => {
    const place = placeAt('/app/1/2?owner=3&previewUser=9&previewLocale=fr-FR');

    expect(place).toEqual({ kind: 'page', location: { path: '/', params: { owner: '3' } } });
  });
});

describe('addressOfPage', () => {
  it.each([
    [{ to: '/' }, '/app/1/2'],
    [{ to: '/', params: { period: 'q4' } }, '/app/1/2?period=q4'],
    [{ to: 'stages' }, '/app/1/2/stages'],
    [{ to: '/reps/:ownerId', params: { ownerId: 'a/b', view: 'all' } }, '/app/1/2/reps/a%2Fb?view=all'],
  ])('fills the path and leaves the rest to the query: %o', (target, address) => {
    expect(addressOfPage(target, IDS)).toBe(address);
  });
});

describe('reachedHere', () => {
  it.each([
    ['https://insights.example.com/v1/exports/x.y', '/public/v1/exports/x.y'],
    ['https://insights.example.com.evil.example/v1', 'https://insights.example.com.evil.example/v1'],
    ['https://developers.hubspot.com', 'https://developers.hubspot.com'],
  ])('answers here for the backend’s public address alone: %s', (url, address) => {
    expect(reachedHere(url, 'https://insights.example.com')).toBe(address);
  });
});

describe('shownHere', () => {
  it.each([
    ['https://app.hubspot.com/contacts/1/record/0-3/7', '/contacts/1/record/0-3/7'],
    ['https://app-eu1.hubspot.com/app/1/2/stages?x=1', '/app/1/2/stages?x=1'],
    ['/app/1/2', '/app/1/2'],
    ['https://app.hubspot.com/contacts/9/record/0-3/7', null],
    ['https://app.hubspot.com/app/1/22', null],
    ['https://example.com/contacts/1/record/0-3/7', null],
  ])('%s', (url, address) => {
    expect(shownHere(url, IDS)).toBe(address);
  });
});

describe('keepingPreview', () => {
  it('takes the person and the language along, and nothing else', () => {
    expect(keepingPreview('/app/1/2?a=1', '/?deal=7&previewUser=9')).toBe('/app/1/2?a=1&previewUser=9');
    expect(keepingPreview('/?previewUser=8', '/?previewUser=9')).toBe('/?previewUser=8');
  });
});
