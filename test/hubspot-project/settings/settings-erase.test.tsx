import { Alert, LoadingButton } from '@hubspot/ui-extensions';
import { describe, expect, it } from 'vitest';
import { choose, settingsPage, type } from './settings-on-a-page.tsx';

describe('erasing', () => {
  it('says what it means, and asks for it only after a second click', async () => {
    const page = settingsPage({ tab: 'erase' });
    const next = () => page.button('Go on');
    type(page, 'erase-name', 'Order 118');
    expect(next().props.disabled).toBe(true);
    type(page, 'erase-name', '118');
    next().trigger('onClick');

    expect(page.find(Alert).props).toMatchObject({ title: 'This cannot be undone', variant: 'danger' });
    expect(page.sent).toEqual([]);
    page.findAll(LoadingButton).at(-1)?.trigger('onClick');
    await page.waitFor(() => expect(page.find(Alert).props.title).toBe('Erased'));

    expect(page.sent).toEqual([{ method: 'POST', path: '/v1/erase', body: { scope: 'deal', dealId: '118' } }]);
    expect(page.find(Alert).text).toContain('12 entries removed.');
  });

  it('can be left again, and takes the account only by its own id', () => {
    const page = settingsPage({ tab: 'erase' });
    choose(page, 'erase-scope', 'portal');
    type(page, 'erase-name', '124');
    expect(page.button('Go on').props.disabled).toBe(true);
    type(page, 'erase-name', '123');
    page.button('Go on').trigger('onClick');
    page.button('Keep it').trigger('onClick');

    expect(page.maybeFind(Alert)).toBeNull();
    expect(page.sent).toEqual([]);
  });
});
