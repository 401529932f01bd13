import { useState } from 'react';
import { type AccountsShown, useAccounts } from '~/data/admin';
import { useSettled } from '~/data/use-settled';
import { T, useText } from '~/i18n/text';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { ReadProblem } from '~/parts/ReadProblem';
import { LoadingRing } from '~/ui/Ring';
import { Select } from '~/ui/Select';
import { TextField } from '~/ui/TextField';
import { AccountRow } from './AccountRow';
import { OwnerlessCommunities } from './ownerless/OwnerlessCommunities';

/** Everybody with an account: found by name, given a role, let go and taken back. */
export function Accounts() {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<AccountsShown>('active');
  const query = useAccounts(useSettled(typed.trim()), shown);
  const accounts = query.data?.pages.flatMap((page) => page.items);

  return (
    <>
      <OwnerlessCommunities />
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pb-3">
        <TextField
          label={<T id="admin.search" />}
          type="search"
          autoComplete="off"
          maxLength={100}
          value={typed}
          onChange={setTyped}
          className="min-w-56 flex-1"
        />
        <Select<AccountsShown>
          label={text('admin.show')}
          value={shown}
          onChange={setShown}
          options={[
            { id: 'active', label: text('admin.show-active') },
            { id: 'member', label: text('admin.show-member') },
            { id: 'guest', label: text('admin.show-guest') },
            { id: 'admin', label: text('admin.show-admin') },
            { id: 'deactivated', label: text('admin.show-deactivated') },
          ]}
        />
      </div>
      <ReadProblem query={query} />
      {!accounts && !query.error && (
        <div className="flex justify-center py-16">
          <LoadingRing label={text('loading')} />
        </div>
      )}
      <p role="status" className="text-quiet">
        {accounts?.length === 0 && (
          <T id={shown === 'deactivated' && !typed ? 'admin.nobody-left' : 'admin.nobody'} />
        )}
      </p>
      <ul>
        {accounts?.map((user) => (
          <AccountRow key={user.id} user={user} />
        ))}
      </ul>
      <MoreOnScroll query={query} />
    </>
  );
}
