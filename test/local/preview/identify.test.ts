import { describe, expect, it } from 'vitest';
import { identifiedUrl } from '../../../local/preview/proxy/identify.ts';
import { REP } from '../../browser/support/preview-options.ts';

const identity = { user: REP, portalId: '62515', appId: '54321' };
const ADDED = 'userId=1901&portalId=62515&userEmail=alva%40example.com&appId=54321';

describe('the identity that HubSpot adds', () => {
  it('follows the query that the card wrote, whose escapes stay', () => {
    expect(identifiedUrl('https://a.example/v1/deals?stage=a%20b', identity)).toBe(
      `https://a.example/v1/deals?stage=a%20b&${ADDED}`,
    );
  });

  it('is the query where there is none, and a fragment is not sent', () => {
    expect(identifiedUrl('https://a.example/v1/deals#top', identity)).toBe(`https://a.example/v1/deals?${ADDED}`);
  });
});
