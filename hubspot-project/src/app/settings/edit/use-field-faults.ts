import type { Failure } from '@deal-stage-insights/ui';
import { useSettingsMessages } from '../messages/settings.ts';
import type { Faults } from './faults.ts';

/** Props of any field of HubSpot's. */
export interface FieldFault {
  readonly error?: boolean;
  readonly validationMessage?: string;
}

const VALUE = 'body.value.';

/** What stands at a field: what is known here to be wrong, else what the backend said of it or of a part of it. */
export function useFieldFaults(faults: Faults, failure: Failure | null): (place: string) => FieldFault {
  const { faultText, refusedText } = useSettingsMessages();
  return (place) => {
    const fault = faults.get(place);
    const refused = failure?.errors.find(
      ({ location }) => location === VALUE + place || location.startsWith(`${VALUE}${place}.`),
    );
    const message = fault === undefined ? refused && refusedText(refused) : faultText(fault);
    return message === undefined ? {} : { error: true, validationMessage: message };
  };
}
