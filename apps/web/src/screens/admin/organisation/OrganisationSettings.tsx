import { type FormEvent, useState } from 'react';
import { useChangeOrganisation } from '~/data/organisation';
import { useSession } from '~/data/session';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { TextField } from '~/ui/TextField';
import { AccentField } from './AccentField';
import { LogoField } from './LogoField';

/** The organisation's own face: everybody sees a change at once. */
export function OrganisationSettings() {
  const { organisation } = useSession();
  const change = useChangeOrganisation();
  const { problem, fields } = useFormProblem(change.error);
  const [name, setName] = useState(organisation.name);
  const isChanged = name.trim() !== organisation.name && name.trim() !== '';

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isChanged) change.mutate({ name: name.trim() });
  }

  return (
    <div className="flex flex-col gap-8">
      <p className="max-w-measure text-quiet">
        <T id="organisation.lead" />
      </p>
      <form onSubmit={submit} noValidate className="flex flex-col items-start gap-3">
        <TextField
          label={<T id="organisation.name" />}
          name="organisation"
          autoComplete="organization"
          maxLength={100}
          isRequired
          value={name}
          onChange={setName}
          error={fields.name}
          className="w-full max-w-md"
        />
        <Button type="submit" isDisabled={!isChanged} isPending={change.isPending}>
          <T id="organisation.save-name" />
        </Button>
        <FormProblem problem={problem} />
      </form>
      <LogoField />
      <AccentField />
    </div>
  );
}
