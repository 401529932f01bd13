import { useState } from 'react';
import { useRulesState, useWithdrawRules } from '~/data/house-rules';
import type { HouseRulesState } from '~/data/types';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { ReadState } from '~/parts/ReadState';
import { Time } from '~/parts/Time';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { Dialog } from '~/ui/Dialog';
import { Acceptances } from './Acceptances';
import { RulesEditor } from './RulesEditor';

/** What everybody accepts before going on: how it stands, who has, and another version. */
export function HouseRulesAdmin() {
  return (
    <ReadState query={useRulesState()} loading={<div className="min-h-60" />}>
      {(state) => (
        <div className="flex flex-col gap-8">
          <p className="max-w-measure text-quiet">
            <T id="rules-admin.lead" />
          </p>
          {state.current && <Standing state={state} />}
          {/* Another version underneath is another text to begin from. */}
          <RulesEditor key={state.version} state={state} />
          {state.current && <Acceptances state={state} />}
        </div>
      )}
    </ReadState>
  );
}

function Standing({ state }: { state: HouseRulesState }) {
  const { current, publishedBy, accepted, missing } = state;
  const [isAsked, ask] = useState(false);
  const withdraw = useWithdrawRules();
  const { problem } = useFormProblem(withdraw.error);
  if (!current) return null;
  return (
    <div className="rounded-md bg-wash px-4 py-3">
      <p className="font-medium">
        <T id="rules-admin.accepted" n={accepted} all={accepted + missing} />
      </p>
      <p className="text-small text-quiet">
        <T
          id={publishedBy ? 'rules-admin.published-by' : 'house-rules.version'}
          version={current.version}
          when={<Time at={current.publishedAt} />}
          who={publishedBy?.name}
        />
      </p>
      <Button look="quiet" onPress={() => ask(true)}>
        <T id="rules-admin.withdraw" />
      </Button>
      <Dialog
        isOpen={isAsked}
        isAlert
        onClose={() => ask(false)}
        title={<T id="rules-admin.withdraw-title" />}
        actions={
          <>
            <Button onPress={() => ask(false)}>
              <T id="cancel" />
            </Button>
            <Button
              look="danger"
              isPending={withdraw.isPending}
              onPress={() => withdraw.mutate(undefined, { onSuccess: () => ask(false) })}
            >
              <T id="rules-admin.withdraw" />
            </Button>
          </>
        }
      >
        <p className="pb-2">
          <T id="rules-admin.withdraw-text" />
        </p>
        <FormProblem problem={problem} />
      </Dialog>
    </div>
  );
}
