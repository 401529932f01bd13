import { useMutation } from '@tanstack/react-query';
import { type CSSProperties, useId, useState } from 'react';
import type { CommunityForm } from '~/data/community-edit';
import { asProblem } from '~/data/problem';
import type { CommunityView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { FormProblem } from '~/parts/FormProblem';
import { PictureButtons } from '~/parts/pictures/PictureButtons';
import { uploadSquare } from '~/parts/pictures/upload-square';
import { Ring } from '~/ui/Ring';

const hues = {
  0: 'hue.rose',
  30: 'hue.red',
  60: 'hue.orange',
  90: 'hue.ochre',
  120: 'hue.moss',
  150: 'hue.green',
  180: 'hue.teal',
  210: 'hue.turquoise',
  240: 'hue.blue',
  270: 'hue.indigo',
  300: 'hue.purple',
  330: 'hue.magenta',
} as const;

/** How a community is recognised: the picture in its ring, and the colour of the ring. */
export function LookFields(props: {
  community: CommunityView;
  form: CommunityForm;
  onChange(part: Partial<CommunityForm>): void;
}) {
  const { community, form, onChange } = props;
  const text = useText();
  const name = useId();
  // The colour that Kring gave it stays on offer.
  const [given] = useState(form.hue);
  const offered = Object.entries(hues).map(([hue, label]) => ({ hue: Number(hue), label: text(label) }));
  if (!offered.some(({ hue }) => hue === given)) offered.unshift({ hue: given, label: text('hue.given') });
  const upload = useMutation({
    mutationFn: (file: File) => uploadSquare('picture', file),
    onSuccess: ({ id, url }) => onChange({ picture: { id, url } }),
  });
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-5">
        <CommunityRing
          community={{ ...community, name: form.name, hue: form.hue, picture: form.picture?.url ?? null }}
          size={72}
        />
        <PictureButtons
          hasPicture={form.picture !== null}
          isPending={upload.isPending}
          onChoose={upload.mutate}
          onRemove={() => onChange({ picture: null })}
        />
      </div>
      <FormProblem problem={upload.error ? asProblem(upload.error) : null} />
      <fieldset>
        <legend className="pb-1 font-medium">
          <T id="community-form.hue" />
        </legend>
        <div className="-ml-1.5 flex flex-wrap">
          {offered.map(({ hue, label }) => (
            <label
              key={hue}
              title={label}
              className="community-hue flex size-11 cursor-pointer items-center justify-center rounded-full has-checked:bg-wash has-focus-visible:outline-2 has-focus-visible:outline-accent"
              style={{ '--hue': hue } as CSSProperties}
            >
              <input
                type="radio"
                name={name}
                aria-label={label}
                checked={form.hue === hue}
                onChange={() => onChange({ hue })}
                className="sr-only"
              />
              <Ring size={26} stroke={form.hue === hue ? 6 : 3} />
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
