import { usePeopleFilters } from '~/data/people';
import type { PeopleFilter } from '~/data/people-filter';
import { useText } from '~/i18n/text';
import { Select } from '~/ui/Select';

const filters = [
  { field: 'department', choices: 'departments', any: 'people.any-department', label: 'profile.department' },
  { field: 'location', choices: 'locations', any: 'people.any-location', label: 'profile.location' },
  { field: 'skill', choices: 'skills', any: 'people.any-skill', label: 'people.skill' },
] as const;

/** Which department, place and skill; each choice with its number of people. Nothing where nobody filled it in. */
export function PeopleFilters(props: { filter: PeopleFilter; onChange(part: PeopleFilter): void }) {
  const { filter, onChange } = props;
  const text = useText();
  const { data } = usePeopleFilters();
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-5">
      {filters.map(({ field, choices, any, label }) => {
        const known = data?.[choices] ?? [];
        const value = filter[field] ?? '';
        if (known.length === 0 && !value) return null;
        const chosen = known.find(({ name }) => name.toLowerCase() === value.toLowerCase())?.name ?? value;
        const isListed = !chosen || known.some(({ name }) => name === chosen);
        return (
          <Select
            key={field}
            inline
            label={text(label)}
            value={chosen}
            onChange={(next) => onChange({ [field]: next || undefined })}
            options={[
              { id: '', label: text(any) },
              ...(isListed ? [] : [{ id: chosen, label: chosen }]),
              ...known.map(({ name, people }) => ({
                id: name,
                label: text('people.choice', { name, n: people }),
              })),
            ]}
          />
        );
      })}
    </div>
  );
}
