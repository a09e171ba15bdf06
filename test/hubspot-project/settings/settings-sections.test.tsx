import { DEFAULT_SETTINGS } from '@deal-stage-insights/shared';
import { Button, DateInput, NumberInput, TextArea, Toggle, Select } from '@hubspot/ui-extensions';
import { describe, expect, it } from 'vitest';
import { trigger } from '../pages/page-in-hubspot.tsx';
import { choose, nextId, PIPELINE, put, saved, stageId, type } from './settings-on-a-page.tsx';

describe('each section of the settings is changed and saved:', () => {
  it('roles of stages, and stages that count as others', async () => {
    const sent = await saved('stages', (page) => {
      choose(page, `role-${stageId}`, 'parked');
      type(page, 'old-stage', 'deleted-1');
      page.button('Add the old stage').trigger('onClick');
      choose(page, 'old-deleted-1', nextId);
      choose(page, `count-as-${stageId}`, nextId);
    });

    const countAs = { 'deleted-1': nextId, [stageId]: nextId };
    expect(sent).toEqual(put('stages', { roles: { [stageId]: 'parked' }, countAs, countSinceDay: {} }));
  });

  it('what is expected of a stage', async () => {
    const sent = await saved(
      'stages',
      (page) => {
        type(page, `days-${stageId}`, '14');
        trigger(page.find(TextArea, { name: `guide-${stageId}` }), 'onInput', 'Send the proposal.');
        type(page, `outcome-${stageId}`, 'Accepted');
        type(page, `outcome-percent-${stageId}`, '70');
        page.findAll(Button, ({ text }) => text === 'Add an exit criterion')[0]?.trigger('onClick');
        type(page, 'label-0', 'Sponsor named');
        type(page, 'property-0', 'sponsor');
      },
      1,
    );

    const exitCriteria = [{ kind: 'property-set', label: 'Sponsor named', property: 'sponsor' }];
    const expectedOutcome = { label: 'Accepted', probability: 0.7 };
    expect(sent).toEqual(
      put('criteria', {
        stages: { [stageId]: { expectedDays: 14, guide: 'Send the proposal.', exitCriteria, expectedOutcome } },
      }),
    );
  });

  it('working hours and fiscal year', async () => {
    const sent = await saved('time', (page) => {
      type(page, 'week-0', '8-12, 13-16');
      choose(page, 'fiscalYearStartMonth', 4);
    });

    const [, ...days] = DEFAULT_SETTINGS.calendar.week;
    const monday = [
      { opens: '08:00', closes: '12:00' },
      { opens: '13:00', closes: '16:00' },
    ];
    expect(sent).toEqual(put('calendar', { week: [monday, ...days], holidays: [], fiscalYearStartMonth: 4 }));
  });

  it('horizons, and targets', async () => {
    const horizons = await saved(
      'time',
      (page) => {
        type(page, 'horizon-days', '45, 90');
        choose(page, 'headlineDays', 45);
      },
      1,
    );
    expect(horizons).toEqual(put('horizons', { days: [45, 90], headlineDays: 45 }));

    const targets = await saved(
      'time',
      (page) => {
        page.button('Add a target').trigger('onClick');
        // Every team of the account by its name, whether or not the admin is in it.
        expect(page.find(Select, { name: 'target-team-0' }).props.options).toContainEqual({
          value: '71',
          label: 'Companies',
        });
        choose(page, 'target-team-0', '71');
        type(page, 'target-from-0', '2026-04');
        trigger(page.find(NumberInput, { name: 'target-amount-0' }), 'onChange', 250_000);
      },
      2,
    );
    const target = { teamId: '71', period: 'quarter', fromMonth: '2026-04', amount: 250_000 };
    expect(targets).toEqual(put('targets', { targets: [{ pipelineId: PIPELINE.pipelineId, ...target }] }));
  });

  it('what was done about a stage', async () => {
    const sent = await saved('actions', (page) => {
      page.button('Add an action').trigger('onClick');
      choose(page, 'action-stage-0', nextId);
      choose(page, 'action-aim-0', 'conversion');
      trigger(page.find(DateInput, { name: 'action-day-0' }), 'onChange', { year: 2026, month: 8, date: 1 });
      trigger(page.find(TextArea, { name: 'action-done-0' }), 'onInput', 'Offers follow one template');
    });

    const action = { actionId: 'action-1', pipelineId: PIPELINE.pipelineId, stageId: nextId, day: '2026-09-01' };
    expect(sent).toEqual(
      put('actions', { actions: [{ ...action, done: 'Offers follow one template', aim: 'conversion' }] }),
    );
  });

  it('segments, and filters of test deals', async () => {
    const segments = await saved('deals', (page) => {
      page.button('Add a segment').trigger('onClick');
      type(page, 'segment-0', 'region');
      type(page, 'segment-label-0', 'Region');
    });
    expect(segments).toEqual(put('segments', { properties: [{ property: 'region', label: 'Region' }] }));

    const filters = await saved(
      'deals',
      (page) => {
        page.button('Add a filter').trigger('onClick');
        type(page, 'filter-values-0', 'test, demo');
      },
      1,
    );
    const filter = { property: 'dealname', match: 'contains', values: ['test', 'demo'] };
    expect(filters).toEqual(put('testDeals', { filters: [filter] }));
  });

  it('rules and their limits, from the rule book', async () => {
    const sent = await saved('hints', (page) => {
      trigger(page.find(NumberInput, { name: 'silence-silentDays' }), 'onChange', 21);
      trigger(page.find(NumberInput, { name: 'slower-than-won-shareGone' }), 'onChange', 90);
      trigger(page.find(Toggle, { label: 'No amount' }), 'onChange', false);
    });

    expect(sent).toEqual(
      put('rules', {
        rules: {
          silence: { isOn: true, thresholds: { silentDays: 21 } },
          'slower-than-won': { isOn: true, thresholds: { shareGone: 0.9 } },
          'no-amount': { isOn: false, thresholds: {} },
        },
      }),
    );
  });
});
