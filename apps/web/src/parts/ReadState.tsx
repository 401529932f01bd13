import type { ReactNode } from 'react';
import { asProblem } from '~/data/problem';
import { useText } from '~/i18n/text';
import { NotFoundScreen } from '~/screens/error/NotFoundScreen';
import { LoadingRing } from '~/ui/Ring';
import { FormProblem } from './FormProblem';

/** What stands where data is not there yet, or cannot be had; what is there is shown by `children`. */
export function ReadState<Data>(props: {
  query: { data: Data | undefined; error: Error | null };
  children(data: Data): ReactNode;
}) {
  const text = useText();
  const { data, error } = props.query;
  if (error) {
    const problem = asProblem(error);
    const isGone = problem.status === 404 || problem.status === 400;
    return isGone ? <NotFoundScreen /> : <FormProblem problem={problem} />;
  }
  if (data === undefined) {
    return (
      <div className="flex justify-center py-16">
        <LoadingRing label={text('loading')} />
      </div>
    );
  }
  return props.children(data);
}
