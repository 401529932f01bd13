import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { uploadLogo, useChangeOrganisation } from '~/data/organisation';
import { Problem } from '~/data/problem';
import { useSession } from '~/data/session';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { OrganisationMark } from '~/parts/organisation/OrganisationMark';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';

/** The logo: shown at once wherever the mark stood. */
export function LogoField() {
  const text = useText();
  const { organisation } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const change = useChangeOrganisation();
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const { logoPicture } = await import('./logo-picture');
      const picture = await logoPicture(file).catch(() => {
        throw new Problem('unsupported-media-type', 415);
      });
      const { id } = await uploadLogo(picture);
      return change.mutateAsync({ logoId: id });
    },
  });
  const { problem } = useFormProblem(upload.error ?? change.error);
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-medium">
        <T id="organisation.logo" />
      </h3>
      <div className="flex flex-wrap items-center gap-5">
        <span className="flex size-20 items-center justify-center rounded-md border border-line bg-sheet">
          <OrganisationMark logo={organisation.logo} size={56} />
        </span>
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          <input
            ref={input}
            type="file"
            accept="image/*"
            aria-label={text('organisation.choose-logo')}
            tabIndex={-1}
            className="hidden"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file) upload.mutate(file);
            }}
          />
          <Button isPending={upload.isPending} onPress={() => input.current?.click()}>
            <T id={organisation.logo ? 'organisation.change-logo' : 'organisation.choose-logo'} />
          </Button>
          {organisation.logo && (
            <Button
              look="quiet"
              className="mx-0!"
              isPending={change.isPending}
              onPress={() => change.mutate({ logoId: null })}
            >
              <T id="organisation.remove-logo" />
            </Button>
          )}
        </div>
      </div>
      <p className="text-small text-quiet">
        <T id="organisation.logo-hint" />
      </p>
      <FormProblem problem={problem} />
    </div>
  );
}
