import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTitle } from '~/app/use-title';
import { type CommunityForm, useCreateCommunity } from '~/data/community-edit';
import { useSession } from '~/data/session';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { NotFoundScreen } from '../error/NotFoundScreen';
import { CommunityFields } from './CommunityFields';

const blank: CommunityForm = {
  kind: 'project',
  name: '',
  visibility: 'public',
  purpose: '',
  startsOn: '',
  endsOn: '',
  status: 'active',
  milestones: [],
  hue: 0,
  picture: null,
};

/** Guests make no communities: to them this place does not exist. */
export function NewCommunityScreen() {
  return useSession().user.role === 'guest' ? <NotFoundScreen /> : <NewCommunity />;
}

function NewCommunity() {
  const text = useText();
  const navigate = useNavigate();
  const create = useCreateCommunity();
  const { problem, fields } = useFormProblem(create.error);
  const [form, setForm] = useState(blank);
  useTitle(text('communities.create'));

  function submit(event: FormEvent) {
    event.preventDefault();
    create.mutate(form, {
      onSuccess: ({ id }) =>
        void navigate({ to: '/communities/$communityId', params: { communityId: id }, replace: true }),
    });
  }

  return (
    <div className="max-w-[36rem]">
      <ScreenHeader title={text('communities.create')} />
      <form onSubmit={submit} className="flex flex-col gap-6 pt-5" noValidate>
        <CommunityFields
          form={form}
          onChange={(part) => setForm({ ...form, ...part })}
          problem={problem}
          fields={fields}
          isNew
          mayHide
        />
        <FormProblem problem={problem} />
        <div className="flex justify-end gap-2">
          <Button onPress={() => window.history.back()}>
            <T id="cancel" />
          </Button>
          <Button type="submit" look="primary" isPending={create.isPending}>
            <T id="communities.create-submit" />
          </Button>
        </div>
      </form>
    </div>
  );
}
