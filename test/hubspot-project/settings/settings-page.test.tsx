import { Alert, Button, ErrorState, Input, Select, StepperInput, Tab, Toggle } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { describe, expect, it, vi } from 'vitest';
import { SettingsPage } from '../../../hubspot-project/src/app/settings/SettingsPage.tsx';
import { problem, trigger } from '../pages/page-in-hubspot.tsx';
import { VISIBILITY } from './settings-builder.ts';
import { savesOf, settingsPage } from './settings-on-a-page.tsx';

describe('the tabs of the settings', () => {
  it('ask for what they show when they are opened, and keep what was typed when another is', async () => {
    const page = settingsPage();
    await page.ready();
    trigger(page.find(Toggle), 'onChange', true);

    page.open('health');
    page.open('people');

    expect(page.find(Toggle).props.checked).toBe(true);
    expect(page.findAll(Tab).map(({ props }) => props.title)).toEqual([
      'Health',
      'Stages',
      'Time and targets',
      'Actions taken',
      'Deals',
      'Hints',
      'People',
      'Erase',
    ]);
  });
});

describe('a section of the settings', () => {
  const saves = savesOf;

  it('has nothing to save before something is changed, and nothing after it was undone', async () => {
    const page = settingsPage();
    await page.ready();
    expect(saves(page).map(({ props }) => props.disabled)).toEqual([true, true]);

    trigger(page.find(Toggle), 'onChange', true);
    expect(saves(page)[0]?.props.disabled).toBe(false);
    page.findAll(Button, ({ text }) => text === 'Undo changes')[0]?.trigger('onClick');

    expect(page.find(Toggle).props.checked).toBe(false);
    expect(saves(page)[0]?.props.disabled).toBe(true);
  });

  it('is saved once, under the version that was read, and goes on from the new one', async () => {
    const page = settingsPage();
    await page.ready();
    trigger(page.find(Select, { name: 'dealInsights' }), 'onChange', 'team');
    saves(page)[0]?.trigger('onClick');
    await page.waitFor(() => expect(saves(page)[0]?.props).toMatchObject({ disabled: true, loading: false }));

    trigger(page.find(Toggle), 'onChange', true);
    saves(page)[0]?.trigger('onClick');
    await page.waitFor(() => expect(page.sent).toHaveLength(2));

    expect(page.sent.map(({ body }) => body)).toEqual([
      { version: 0, value: { ...VISIBILITY, dealInsights: 'team' } },
      { version: 1, value: { ...VISIBILITY, dealInsights: 'team', showsNamedReps: true } },
    ]);
  });

  it('cannot be saved with a value that the backend would refuse', async () => {
    const page = settingsPage();
    await page.ready();
    trigger(page.find(StepperInput), 'onChange', 3);

    expect(page.find(StepperInput).props.validationMessage).toBe('A whole number from 5 to 50.');
    expect(saves(page)[0]?.props.disabled).toBe(true);
  });

  it('keeps what was typed when somebody else was faster', async () => {
    const page = settingsPage({ onPut: () => problem(409, 'conflict') });
    await page.ready();
    trigger(page.find(Toggle), 'onChange', true);
    saves(page)[0]?.trigger('onClick');
    await page.waitFor(() => page.find(Alert));

    expect(page.button('Load what is saved now')).toBeDefined();
    expect(page.find(Alert).text).toContain('Somebody else has changed this meanwhile');
    expect(page.find(Toggle).props.checked).toBe(true);
  });

  it('takes managers in any spelling of their address, but each once', async () => {
    const page = settingsPage();
    await page.ready();
    page.addButton().trigger('onClick');
    page.addButton().trigger('onClick');
    const type = (place: number, user: string) => trigger(page.find(Input, { name: `user-${place}` }), 'onInput', user);

    type(0, 'Boss@Example.com ');
    expect(page.find(Input, { name: 'user-1' }).props.error).toBe(true);
    type(1, 'boss@example.com');
    expect(page.find(Input, { name: 'user-1' }).props.validationMessage).toBe('This one is listed already.');
    page.find(Button, ({ text }) => text === 'Remove manager 2').trigger('onClick');
    saves(page)[1]?.trigger('onClick');
    await page.waitFor(() => expect(page.sent).toHaveLength(1));

    expect(page.sent[0]?.body).toEqual({
      version: 0,
      value: { managers: [{ user: 'boss@example.com', teams: 'own' }] },
    });
  });

  it('puts what the backend says beside the field that it is about', async () => {
    const errors = [{ location: 'body.value.groupOthersMin', message: 'Not today.' }];
    const onPut = () => Response.json({ code: 'invalid-request', instance: 'r-1', errors }, { status: 400 });
    const page = settingsPage({ onPut });
    await page.ready();
    trigger(page.find(StepperInput), 'onChange', 9);
    saves(page)[0]?.trigger('onClick');
    await page.waitFor(() => page.find(Alert));

    expect(page.find(StepperInput).props).toMatchObject({ error: true, validationMessage: 'Not today.', value: 9 });
  });

  it('says in French as well what the backend does not take, by its code', async () => {
    const errors = [{ location: 'body.value.groupOthersMin', message: 'Too big.', code: 'too-large' }];
    const onPut = () => Response.json({ code: 'invalid-request', instance: 'r-1', errors }, { status: 400 });
    const page = settingsPage({ onPut, locale: 'fr-fr' });
    await page.ready();
    trigger(page.find(StepperInput), 'onChange', 9);
    saves(page)[0]?.trigger('onClick');
    await page.waitFor(() => page.find(Alert));

    const message = 'Cette valeur est trop grande ou trop longue.';
    expect(page.find(StepperInput).props).toMatchObject({ error: true, validationMessage: message });
    expect(page.find(Alert).text).toContain(message);
    expect(page.find(Alert).text).not.toContain('Too big.');
  });

  it('says plainly that it is for admins', async () => {
    vi.stubGlobal('self', { hsFetch: () => Promise.resolve(problem(403, 'forbidden')) });
    const renderer = createRenderer('settings');
    renderer.mocks.context.variables = { API_BASE_URL: 'https://insights.example.com' };
    renderer.render(<SettingsPage />);
    await renderer.waitFor(() => renderer.find(ErrorState));

    expect(renderer.find(ErrorState).props.type).toBe('lock');
  });
});
