import type { MilestoneForm } from '~/data/community-edit';
import { uuidv7 } from '~/data/uuidv7';
import { T, useText } from '~/i18n/text';
import { Button, IconButton } from '~/ui/Button';
import { TextField } from '~/ui/TextField';

/** What a project has to reach: a line each. Lines left empty are not kept. */
export function MilestoneFields(props: {
  milestones: MilestoneForm[];
  onChange(milestones: MilestoneForm[]): void;
  errors: Record<string, string>;
}) {
  const { milestones, onChange, errors } = props;
  const text = useText();
  const alter = (id: string, part: Partial<MilestoneForm>) =>
    onChange(milestones.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <fieldset>
      <legend className="pb-1 font-medium">
        <T id="milestones.title" />
      </legend>
      <ul className="flex flex-col gap-3">
        {milestones.map((one, index) => (
          <li key={one.id} className="flex flex-wrap items-start gap-x-2 gap-y-1 sm:flex-nowrap">
            <TextField
              label={<span className="sr-only">{text('milestones.what', { n: index + 1 })}</span>}
              className="min-w-0 flex-1 basis-full gap-0 sm:basis-auto"
              autoFocus={one.isNew && one.title === ''}
              placeholder={text('milestones.what', { n: index + 1 })}
              maxLength={200}
              value={one.title}
              onChange={(title) => alter(one.id, { title })}
              error={errors[`milestones.${index}.title`]}
            />
            <TextField
              label={<span className="sr-only">{text('milestones.due', { n: index + 1 })}</span>}
              className="w-40 gap-0"
              type="date"
              value={one.dueOn}
              onChange={(dueOn) => alter(one.id, { dueOn })}
              error={errors[`milestones.${index}.dueOn`]}
            />
            <IconButton
              icon="remove"
              className="mt-1"
              label={text('milestones.remove', { n: index + 1 })}
              onPress={() => onChange(milestones.filter(({ id }) => id !== one.id))}
            />
          </li>
        ))}
      </ul>
      <Button
        look="quiet"
        icon="plus"
        className="mx-0 mt-2"
        onPress={() => onChange([...milestones, { id: uuidv7(), isNew: true, title: '', dueOn: '' }])}
      >
        <T id="milestones.add" />
      </Button>
    </fieldset>
  );
}
