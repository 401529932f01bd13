import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTitle } from '~/app/use-title';
import { useCommunity } from '~/data/communities';
import { formOf, rebase, useEditCommunity } from '~/data/community-edit';
import type { CommunityView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { ReadState } from '~/parts/ReadState';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { useFormProblem } from '~/parts/use-form-problem';
import { Banner } from '~/ui/Banner';
import { Button } from '~/ui/Button';
import { NotFoundScreen } from '../error/NotFoundScreen';
import { ArchiveSection } from './ArchiveSection';
import { CommunityFields } from './CommunityFields';
import { LookFields } from './LookFields';

export function EditCommunityScreen() {
  const text = useText();
  const { communityId } = useParams({ from: '/inside/communities/$communityId/edit' });
  useTitle(text('community-form.edit'));
  return (
    <ReadState query={useCommunity(communityId)}>
      {(community) =>
        community.mayManage ? (
          <div className="max-w-[36rem]">
            <ScreenHeader title={text('community-form.edit-title', { name: community.name })} />
            {!community.archivedAt && <EditForm key={community.id} community={community} />}
            {community.kind !== 'company' && <ArchiveSection community={community} />}
          </div>
        ) : (
          <NotFoundScreen />
        )
      }
    </ReadState>
  );
}

function EditForm({ community }: { community: CommunityView }) {
  const navigate = useNavigate();
  const edit = useEditCommunity(community.id);
  const { problem, fields } = useFormProblem(edit.error);
  // What was read when the form opened: an event must not slip another version under what I am writing.
  const [base, setBase] = useState(() => ({ form: formOf(community), version: community.version }));
  const [form, setForm] = useState(base.form);
  const theirs = problem?.code === 'stale-version' ? (problem.more.current as CommunityView) : null;

  function save(mine: typeof form, on: typeof base) {
    edit.mutate(
      { form: mine, base: on.form, version: on.version },
      {
        onSuccess: () =>
          void navigate({ to: '/communities/$communityId', params: { communityId: community.id } }),
      },
    );
  }
  function goOnFrom(current: CommunityView, keepMine: boolean) {
    const fresh = { form: formOf(current), version: current.version };
    const next = keepMine ? rebase(form, base.form, fresh.form) : fresh.form;
    setBase(fresh);
    setForm(next);
    edit.reset();
    if (keepMine) save(next, fresh);
  }

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save(form, base);
      }}
      className="flex flex-col gap-6 pt-5"
      noValidate
    >
      <CommunityFields
        form={form}
        onChange={(part) => setForm({ ...form, ...part })}
        problem={problem}
        fields={fields}
        isNew={false}
        mayHide={community.mine?.role === 'owner' && community.kind !== 'company'}
      />
      <LookFields community={community} form={form} onChange={(part) => setForm({ ...form, ...part })} />
      {theirs ? (
        <Banner
          tone="problem"
          actions={
            <>
              <Button onPress={() => goOnFrom(theirs, false)}>
                <T id="conflict.theirs" />
              </Button>
              <Button look="primary" onPress={() => goOnFrom(theirs, true)}>
                <T id="conflict.mine" />
              </Button>
            </>
          }
        >
          <T id="conflict.title" />
        </Banner>
      ) : (
        <FormProblem problem={problem} />
      )}
      <div className="flex justify-end gap-2">
        <Button onPress={() => window.history.back()}>
          <T id="cancel" />
        </Button>
        <Button type="submit" look="primary" isPending={edit.isPending}>
          <T id="post.save" />
        </Button>
      </div>
    </form>
  );
}
