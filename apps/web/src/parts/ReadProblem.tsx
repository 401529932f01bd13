import { asProblem } from '~/data/problem';
import { useProblemText } from '~/i18n/problem-text';
import { T } from '~/i18n/text';
import { Banner } from '~/ui/Banner';
import { Button } from '~/ui/Button';

export interface Read {
  error: Error | null;
  isFetching: boolean;
  refetch(): unknown;
}

/** Why something cannot be read, and where it may pass, a button that asks again. */
export function ReadProblem({ query }: { query: Read }) {
  const problemText = useProblemText();
  if (!query.error) return null;
  const problem = asProblem(query.error);
  return (
    <Banner
      tone="problem"
      actions={
        problem.mayPass && (
          <Button
            look="quiet"
            className="mx-0!"
            isPending={query.isFetching}
            onPress={() => void query.refetch()}
          >
            <T id="error.again" />
          </Button>
        )
      }
    >
      {problemText.whole(problem)}
    </Banner>
  );
}
