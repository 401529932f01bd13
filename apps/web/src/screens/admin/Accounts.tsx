import { useDeferredValue, useState } from 'react';
import { useAccounts } from '~/data/admin';
import { asProblem } from '~/data/problem';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { LoadingRing } from '~/ui/Ring';
import { Switch } from '~/ui/Switch';
import { TextField } from '~/ui/TextField';
import { AccountRow } from './AccountRow';

/** Everybody with an account: found by name, given a role, let go and taken back. */
export function Accounts() {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [deactivated, setDeactivated] = useState(false);
  const query = useAccounts(useDeferredValue(typed.trim()), deactivated);
  const accounts = query.data?.pages.flatMap((page) => page.items);

  return (
    <>
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
        <Switch isOn={deactivated} onChange={setDeactivated}>
          <T id="admin.deactivated-only" />
        </Switch>
      </div>
      <FormProblem problem={query.error ? asProblem(query.error) : null} />
      {!accounts && !query.error && (
        <div className="flex justify-center py-16">
          <LoadingRing label={text('loading')} />
        </div>
      )}
      <p role="status" className="text-quiet">
        {accounts?.length === 0 && <T id={deactivated && !typed ? 'admin.nobody-left' : 'admin.nobody'} />}
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
