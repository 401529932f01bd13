import { type FormEvent, useState } from 'react';
import { givenRoles, useInviteMany } from '~/data/admin';
import type { CommunityView, GivenRole, InvitedList } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { Select } from '~/ui/Select';
import { TextField } from '~/ui/TextField';
import { CommunityPicker } from '../CommunityPicker';
import { roleNames } from '../role-names';
import { InvitedResults } from './InvitedResults';
import type { InvitedLine } from './invited-line';
import { LinesPreview } from './LinesPreview';
import { ListFile } from './ListFile';
import { useLines } from './use-lines';

/** Asks a whole list in: pasted from a mail program or a sheet, or a file; looked over before anything is made. */
export function InviteMany() {
  const text = useText();
  const invite = useInviteMany();
  const { problem } = useFormProblem(invite.error);
  const [list, setList] = useState('');
  const [role, setRole] = useState<GivenRole>('member');
  const [communities, setCommunities] = useState<CommunityView[]>([]);
  const [sent, setSent] = useState<{ lines: InvitedLine[]; results: InvitedList['items'] } | null>(null);
  const lines = useLines(list);
  const good = lines.filter((line) => !line.problem);
  const hasGuests = good.some((line) => (line.role ?? role) === 'guest');

  function submit(event: FormEvent) {
    event.preventDefault();
    const people = good.map(({ problem: _, ...person }) => person);
    const communityIds = hasGuests ? communities.map(({ id }) => id) : [];
    const onProgress = (results: InvitedList['items']) => setSent({ lines: good, results });
    invite.mutate({ people, role, communityIds, onProgress });
  }

  function startAnew() {
    setSent(null);
    setList('');
    invite.reset();
  }

  if (sent) {
    return (
      <>
        <FormProblem problem={problem} />
        <InvitedResults {...sent} isSending={invite.isPending} onAnew={startAnew} />
      </>
    );
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <TextField
        label={<T id="invite-many.list" />}
        hint={<T id="invite-many.hint" />}
        lines={5}
        className="[&_textarea]:max-h-80 [&_textarea]:min-h-32"
        autoComplete="off"
        value={list}
        onChange={setList}
      />
      <ListFile onText={setList} />
      {lines.length > 0 && <LinesPreview lines={lines} role={role} />}
      <Select<GivenRole>
        label={text('invite-many.role')}
        options={givenRoles.map((id) => ({ id, label: text(roleNames[id]) }))}
        value={role}
        onChange={setRole}
      />
      {hasGuests && <CommunityPicker chosen={communities} onChoose={setCommunities} />}
      <FormProblem problem={problem} />
      <div>
        <Button type="submit" look="primary" isPending={invite.isPending} isDisabled={good.length === 0}>
          <T id="invite-many.submit" n={good.length} />
        </Button>
      </div>
    </form>
  );
}
