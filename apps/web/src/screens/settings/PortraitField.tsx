import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { uploadPortrait, useEditProfile } from '~/data/account';
import { Problem } from '~/data/problem';
import { useSession } from '~/data/session';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { Portrait } from '~/parts/Portrait';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { squarePicture } from './square-picture';

/** My picture: made square and small here, then sent, and shown at once everywhere. */
export function PortraitField() {
  const text = useText();
  const { user } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const edit = useEditProfile();
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const picture = await squarePicture(file).catch(() => {
        throw new Problem('unsupported-media-type', 415);
      });
      const { id } = await uploadPortrait(picture);
      return edit.mutateAsync({ portraitId: id });
    },
  });
  const { problem } = useFormProblem(upload.error ?? edit.error);

  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-5">
        <Portrait person={user} size={88} />
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          <input
            ref={input}
            type="file"
            accept="image/*"
            aria-label={text('portrait.choose')}
            tabIndex={-1}
            className="hidden"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file) upload.mutate(file);
            }}
          />
          <Button isPending={upload.isPending} onPress={() => input.current?.click()}>
            <T id={user.portrait ? 'portrait.change' : 'portrait.choose'} />
          </Button>
          {user.portrait && (
            <Button
              look="quiet"
              className="mx-0!"
              isPending={edit.isPending}
              onPress={() => edit.mutate({ portraitId: null })}
            >
              <T id="portrait.remove" />
            </Button>
          )}
        </div>
      </div>
      <FormProblem problem={problem} />
    </div>
  );
}
