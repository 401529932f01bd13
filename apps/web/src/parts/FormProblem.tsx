import type { Problem } from '~/data/problem';
import { useProblemText } from '~/i18n/problem-text';
import { Banner } from '~/ui/Banner';

/** Why a form was refused as a whole. What was wrong with a field stands beside that field instead. */
export function FormProblem({ problem }: { problem: Problem | null }) {
  const problemText = useProblemText();
  return problem && <Banner tone="problem">{problemText.whole(problem)}</Banner>;
}
