import { useId, useState } from 'react';
import { useChangeOrganisation } from '~/data/organisation';
import { useSession } from '~/data/session';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { inputLook } from '~/ui/Field';
import { AccentPreview } from './AccentPreview';

/** Kring's own Delft blue, for who begins to choose. */
const OURS = '#153f86';
const COMPLETE = /^#[0-9a-f]{6}$/u;

/** The accent, as it will be read: what is too light or too dark for words is moved, and one sees where to. */
export function AccentField() {
  const id = useId();
  const { organisation } = useSession();
  const change = useChangeOrganisation();
  const { problem, fields } = useFormProblem(change.error);
  const [wish, setWish] = useState(organisation.accent ?? OURS);
  const isComplete = COMPLETE.test(wish);
  return (
    <div className="flex flex-col gap-3">
      <label htmlFor={id} className="font-medium">
        <T id="organisation.accent" />
      </label>
      <div className="flex flex-wrap items-center gap-3">
        <input
          type="color"
          tabIndex={-1}
          aria-hidden
          value={isComplete ? wish : OURS}
          onChange={({ target }) => setWish(target.value)}
          className="h-10 w-14 cursor-pointer rounded-md border border-edge bg-sheet p-1"
        />
        <input
          id={id}
          value={wish}
          maxLength={7}
          spellCheck={false}
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          aria-invalid={!isComplete || fields.accent !== undefined}
          onChange={({ target }) => setWish(target.value.trim().toLowerCase())}
          className={`${inputLook} max-w-32 font-mono`}
        />
        <Button
          look="primary"
          isDisabled={!isComplete || wish === organisation.accent}
          isPending={change.isPending}
          onPress={() => change.mutate({ accent: wish })}
        >
          <T id="organisation.use-accent" />
        </Button>
        {organisation.accent && (
          <Button
            look="quiet"
            className="mx-0!"
            onPress={() => change.mutate({ accent: null }, { onSuccess: () => setWish(OURS) })}
          >
            <T id="organisation.no-accent" />
          </Button>
        )}
      </div>
      {isComplete && <AccentPreview wish={wish} />}
      <p id={`${id}-hint`} className="text-small text-quiet">
        <T id="organisation.accent-hint" />
      </p>
      <FormProblem problem={problem} />
    </div>
  );
}
