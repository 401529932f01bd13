import { useState } from 'react';
import { type Settled, useSettle, useUndoSettling } from '~/data/catch-up';
import { asProblem } from '~/data/problem';
import type { CatchUp } from '~/data/types';
import { currentStop, goTo, stopAfter } from '~/parts/walk';

/** The last step, as long as it can be taken back. */
interface Step {
  id: string;
  before: CatchUp;
  threads: number;
}

export type Settling = ReturnType<typeof useSettling>;

/** Putting things aside, going on to the next one, and taking the last step back. */
export function useSettling(view: CatchUp | undefined) {
  const [step, setStep] = useState<Step | null>(null);
  const settleIt = useSettle();
  const undoIt = useUndoSettling();
  const failed = settleIt.error ?? undoIt.error;

  const settle = (what: Settled) => {
    if (!view) return;
    goOn();
    settleIt.mutate(
      { what, before: view },
      { onSuccess: ({ id }) => setStep({ id, before: view, threads: view.total - leftAfter(what, view) }) },
    );
  };
  const undo = () => {
    if (!step) return;
    setStep(null);
    undoIt.mutate(step);
  };
  return { step, settle, undo, problem: failed ? asProblem(failed) : null };
}

/** The line that goes has the focus: it is handed to the next one, or to the one before. */
function goOn(): void {
  const current = currentStop();
  const next = current && (stopAfter(current, 1) ?? stopAfter(current, -1));
  if (!next) return;
  requestAnimationFrame(() => next.isConnected && goTo(next));
}

function leftAfter(what: Settled, view: CatchUp): number {
  if (what === 'everything') return 0;
  if ('items' in what) return view.total - what.items.length;
  return view.communities
    .filter(({ community }) => what.communityIds.includes(community.id))
    .reduce((left, { threads }) => left - threads, view.total);
}
