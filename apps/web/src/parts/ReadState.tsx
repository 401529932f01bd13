import type { ReactNode } from 'react';
import { asProblem } from '~/data/problem';
import { NotFoundScreen } from '~/screens/error/NotFoundScreen';
import { LoadingPage } from './Loading';
import type { Read } from './ReadProblem';
import { ReadProblem } from './ReadProblem';

/** What stands where data is not there yet, or cannot be had; what is there is shown by `children`. */
export function ReadState<Data>(props: {
  query: Read & { data: Data | undefined };
  /** In the shape of what comes; a page with its header otherwise. */
  loading?: ReactNode;
  children(data: Data): ReactNode;
}) {
  const { data, error } = props.query;
  if (error) {
    const problem = asProblem(error);
    const isGone = problem.status === 404 || problem.status === 400;
    return isGone ? <NotFoundScreen /> : <ReadProblem query={props.query} />;
  }
  if (data === undefined) {
    return props.loading ?? <LoadingPage />;
  }
  return props.children(data);
}
