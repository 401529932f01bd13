import type { CommunityForm } from '~/data/community-edit';
import type { Problem } from '~/data/problem';
import { T, useText } from '~/i18n/text';
import { ExplainedChoice } from '~/ui/ExplainedChoice';
import { Select } from '~/ui/Select';
import { TextField } from '~/ui/TextField';
import { MilestoneFields } from './MilestoneFields';

const kinds = ['project', 'group'] as const;
const visibilities = ['public', 'private', 'secret'] as const;
const statuses = ['planned', 'active', 'done'] as const;

/** Everything a community says of itself; what is wrong stands beside its field. */
export function CommunityFields(props: {
  form: CommunityForm;
  onChange(part: Partial<CommunityForm>): void;
  problem: Problem | null;
  fields: Record<string, string>;
  /** A kind is chosen once. */
  isNew: boolean;
  /** The company's own place, and whoever is no owner, cannot choose who may see it. */
  mayHide: boolean;
}) {
  const { form, onChange, problem, fields, isNew, mayHide } = props;
  const text = useText();
  const endsEarly = problem?.field('endsOn')?.code === 'out-of-range';
  return (
    <>
      {isNew && (
        <ExplainedChoice
          label={<T id="community-form.kind" />}
          value={form.kind}
          onChange={(kind) => onChange({ kind })}
          options={kinds.map((id) => ({
            id,
            label: text(`community.kind-${id}`),
            text: text(`community.kind-${id}-text`),
          }))}
          error={fields.kind}
        />
      )}
      <TextField
        label={<T id="community-form.name" />}
        isRequired
        maxLength={100}
        value={form.name}
        onChange={(name) => onChange({ name })}
        error={fields.name}
      />
      <TextField
        label={<T id="community-form.purpose" />}
        hint={<T id="community-form.purpose-hint" />}
        lines={3}
        maxLength={2000}
        value={form.purpose}
        onChange={(purpose) => onChange({ purpose })}
        error={fields.purpose}
      />
      {mayHide && (
        <ExplainedChoice
          label={<T id="community-form.visibility" />}
          value={form.visibility}
          onChange={(visibility) => onChange({ visibility })}
          options={visibilities.map((id) => ({
            id,
            label: text(`community.visibility-${id}`),
            text: text(`community.visibility-${id}-text`),
          }))}
          error={fields.visibility}
        />
      )}
      {form.kind === 'project' && (
        <>
          <div className="flex flex-wrap gap-x-4 gap-y-5">
            <TextField
              label={<T id="community-form.starts" />}
              className="w-44"
              type="date"
              value={form.startsOn}
              onChange={(startsOn) => onChange({ startsOn })}
              error={fields.startsOn}
            />
            <TextField
              label={<T id="community-form.ends" />}
              className="w-44"
              type="date"
              value={form.endsOn}
              onChange={(endsOn) => onChange({ endsOn })}
              error={endsEarly ? text('community-form.ends-early') : fields.endsOn}
            />
          </div>
          <Select
            label={text('community-form.status')}
            value={form.status}
            onChange={(status) => onChange({ status })}
            options={statuses.map((id) => ({ id, label: text(`community.status-${id}`) }))}
            error={fields.status}
          />
          <MilestoneFields
            milestones={form.milestones}
            onChange={(milestones) => onChange({ milestones })}
            errors={fields}
          />
        </>
      )}
    </>
  );
}
