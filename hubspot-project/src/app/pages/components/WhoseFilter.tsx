import { Select } from '@hubspot/ui-extensions';
import { EVERYBODY, wholeMonths, whoseChoices, whoseIn, whoseOf } from '../address/whose.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useAddress, usePage, useToday } from '../page-context.tsx';
import { useReportPlace } from '../report-place.tsx';
import { isOpenToReps } from '../views.ts';
import { useAddressChange } from './use-address-change.ts';

const MONTHS = 3;
const OTHER_FILTERS = { asOf: null, dealType: null, source: null, amountBand: null } as const;

/** Whose deals: what the one who asks may ask for, and nothing else. */
export function WhoseFilter() {
  const { filters } = useFrameMessages();
  const { viewer } = usePage();
  const { report, query } = useReportPlace();
  const address = useAddress();
  const today = useToday();
  const change = useAddressChange();
  if (viewer === null) return null;
  const choices = whoseChoices(viewer, { report, isOpenToReps: isOpenToReps(report) });
  const value = whoseOf({ owner: query.owner ?? null, team: query.team ?? null });
  const options = [
    ...(choices.seesAll ? [{ label: filters.everybody, value: EVERYBODY }] : []),
    ...(choices.ownOwnerId === null ? [] : [{ label: filters.mine, value: `owner:${choices.ownOwnerId}` }]),
    ...choices.teams.map(({ teamId, label }) => ({ label: filters.team(label), value: `team:${teamId}` })),
  ];
  const isListed = options.some((option) => option.value === value);
  const all = isListed || address.owner === null ? options : [...options, { label: filters.rep(address.owner), value }];
  if (all.length < 2) return null;
  const choose = (chosen: string) => {
    const whose = whoseIn(chosen);
    const isNarrowed = whose.team !== null && choices.needsWholeMonths && today !== null;
    change({ ...whose, ...(isNarrowed && { ...OTHER_FILTERS, ...wholeMonths(today, MONTHS) }) });
  };
  return (
    <Select
      label={filters.whose}
      name="whose"
      value={value}
      options={all}
      onChange={(chosen) => choose(String(chosen))}
    />
  );
}
