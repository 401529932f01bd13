import { useMemo } from 'react';
import type { IntlShape } from 'react-intl';
import type { FieldProblem, Problem } from '~/data/problem';
import { useIntl } from './Language';

type Speaker = Pick<IntlShape, 'messages' | 'formatMessage'>;
type Code = { code: string };

/** What to tell the reader about the whole: what happened and what to do next. */
export function problemText(problem: Code, intl: Speaker): string {
  const id = `problem.${problem.code}`;
  return intl.formatMessage({ id: id in intl.messages ? id : 'problem.unexpected' });
}

/** What to write beside a field. */
export function fieldText(problem: Code & Partial<FieldProblem>, intl: Speaker): string {
  const id = `field.${problem.code}`;
  return intl.formatMessage({ id: id in intl.messages ? id : 'field.wrong' }, problem.params);
}

/** For a form: the message of each field, by the field's name as the server calls it (`admin.email`). */
export function fieldTexts(problem: Problem | null, intl: Speaker): Record<string, string> {
  return Object.fromEntries(problem?.fields.map((field) => [field.field, fieldText(field, intl)]) ?? []);
}

export function useProblemText() {
  const intl = useIntl();
  return useMemo(
    () => ({
      whole: (problem: Code) => problemText(problem, intl),
      field: (problem: FieldProblem) => fieldText(problem, intl),
      fields: (problem: Problem | null) => fieldTexts(problem, intl),
    }),
    [intl],
  );
}
