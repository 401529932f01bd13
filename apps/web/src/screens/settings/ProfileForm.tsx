import { type FormEvent, useState } from 'react';
import { useEditProfile } from '~/data/account';
import { useSession } from '~/data/session';
import type { PersonChip, UserView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { Select } from '~/ui/Select';
import { TextField } from '~/ui/TextField';
import { ManagerField } from './ManagerField';
import { skillsOf } from './skills-of';
import { timeZones } from './time-zones';

const written = ({ name, title, department, location, phone, about, skills, timeZone }: UserView) => ({
  name,
  title: title ?? '',
  department: department ?? '',
  location: location ?? '',
  phone: phone ?? '',
  about: about ?? '',
  skills: skills.join(', '),
  timeZone,
});

const orNull = (value: string) => value.trim() || null;

/** What colleagues may know of me. Saved as a whole, by one press. */
export function ProfileForm() {
  const text = useText();
  const { user } = useSession();
  const edit = useEditProfile();
  const { problem, fields } = useFormProblem(edit.error);
  const [form, setForm] = useState(() => written(user));
  const [manager, setManager] = useState<PersonChip | null>(user.manager);
  const set = (part: Partial<typeof form>) => {
    edit.reset();
    setForm({ ...form, ...part });
  };
  const field = (name: keyof typeof form, maxLength: number) => ({
    name,
    maxLength,
    value: form[name],
    onChange: (value: string) => set({ [name]: value }),
    error: fields[name],
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    edit.mutate({
      name: form.name.trim(),
      title: orNull(form.title),
      department: orNull(form.department),
      location: orNull(form.location),
      managerId: manager?.id ?? null,
      phone: orNull(form.phone),
      about: orNull(form.about),
      skills: skillsOf(form.skills),
      timeZone: form.timeZone,
    });
  }

  return (
    <form onSubmit={submit} className="grid gap-5 sm:grid-cols-2" noValidate>
      <TextField label={<T id="profile.name" />} isRequired autoComplete="name" {...field('name', 100)} />
      <TextField
        label={<T id="profile.title" />}
        autoComplete="organization-title"
        {...field('title', 100)}
      />
      <TextField label={<T id="profile.department" />} {...field('department', 100)} />
      <TextField label={<T id="profile.location" />} {...field('location', 100)} />
      <ManagerField
        value={manager}
        except={user.id}
        onChange={(person) => {
          edit.reset();
          setManager(person);
        }}
      />
      <TextField label={<T id="profile.phone" />} type="tel" autoComplete="tel" {...field('phone', 40)} />
      <Select
        label={text('profile.time-zone')}
        options={timeZones(form.timeZone)}
        value={form.timeZone}
        onChange={(timeZone) => set({ timeZone })}
        error={fields.timeZone}
      />
      <TextField
        label={<T id="profile.skills" />}
        hint={<T id="profile.skills-hint" />}
        {...field('skills', 1500)}
      />
      <TextField
        label={<T id="profile.about" />}
        lines={4}
        className="sm:col-span-2 [&_textarea]:min-h-28"
        {...field('about', 2000)}
      />
      <div className="flex flex-wrap items-center gap-4 sm:col-span-2">
        <Button type="submit" look="primary" isPending={edit.isPending}>
          <T id="post.save" />
        </Button>
        <span role="status" className="text-quiet">
          {edit.isSuccess && <T id="settings.saved" />}
        </span>
        <div className="basis-full empty:hidden">
          <FormProblem problem={problem} />
        </div>
      </div>
    </form>
  );
}
