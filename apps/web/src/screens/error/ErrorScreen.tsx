import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTitle } from '~/app/use-title';
import { asProblem } from '~/data/problem';
import { queryClient } from '~/data/query-client';
import { reportError } from '~/data/report-error';
import { useProblemText } from '~/i18n/problem-text';
import { T, useText } from '~/i18n/text';
import { ButtonLink } from '~/parts/ButtonLink';
import { Button } from '~/ui/Button';
import { EmptyState } from '~/ui/EmptyState';
import { NotFoundScreen } from './NotFoundScreen';

/** A screen that could not be shown: says why, and tries again on request. */
export function ErrorScreen({ error, reset }: ErrorComponentProps) {
  const text = useText();
  const router = useRouter();
  const problemText = useProblemText();
  useTitle(text('error.title'));
  const problem = asProblem(error);
  useEffect(() => {
    reportError(error, router.state.matches.at(-1)?.fullPath || '/');
  }, [error, router]);
  if (problem.code === 'not-found') return <NotFoundScreen />;
  const again = async () => {
    // What the view was drawn from may be what it cannot draw; what others show meanwhile stays.
    await queryClient.resetQueries({ type: 'inactive' });
    reset();
    void router.invalidate();
  };
  return (
    <div className="mx-auto max-w-xl px-4 py-8">
      <EmptyState
        title={<T id="error.title" />}
        actions={
          <>
            <Button look="primary" onPress={() => void again()}>
              <T id="error.again" />
            </Button>
            <ButtonLink to="/" icon="home">
              <T id="not-found.home" />
            </ButtonLink>
          </>
        }
      >
        {problemText.whole(problem)}
      </EmptyState>
    </div>
  );
}
