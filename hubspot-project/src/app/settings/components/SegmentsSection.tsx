import { Input } from '@hubspot/ui-extensions';
import { SEGMENTS_MAX, segmentsSection } from '../forms/deals.ts';
import { useDealsMessages } from '../messages/deals.ts';
import { Rows } from './Rows.tsx';
import { SectionForm } from './SectionForm.tsx';

/** Deal properties of the account's own that reports can be filtered and split by. */
export function SegmentsSection() {
  const { segments: words } = useDealsMessages();
  return (
    <SectionForm spec={segmentsSection} title={words.title} about={words.about}>
      {({ draft, change, at }) => (
        <Rows
          rows={draft.properties}
          none={words.none}
          add={words.add}
          removeLabel={words.remove}
          newRow={{ property: '', label: '' }}
          most={SEGMENTS_MAX}
          onChange={(properties) => change({ properties })}
        >
          {(segment, place, replace) => (
            <>
              <Input
                label={words.property(place + 1)}
                name={`segment-${place}`}
                value={segment.property}
                {...at(`properties.${place}.property`)}
                onInput={(property) => replace({ ...segment, property: property.trim() })}
              />
              <Input
                label={words.label(place + 1)}
                name={`segment-label-${place}`}
                value={segment.label}
                {...at(`properties.${place}.label`)}
                onInput={(label) => replace({ ...segment, label })}
              />
            </>
          )}
        </Rows>
      )}
    </SectionForm>
  );
}
