import { useMemo } from 'react';
import { asProblem } from '~/data/problem';
import { useProblemText } from '~/i18n/problem-text';

/** A refused mutation, ready for a form: the problem as a whole, and a message by field. */
export function useFormProblem(error: Error | null) {
  const problemText = useProblemText();
  return useMemo(() => {
    const problem = error ? asProblem(error) : null;
    return { problem, fields: problemText.fields(problem) };
  }, [error, problemText]);
}
