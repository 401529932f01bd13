import { useEndSession, useSessions } from '~/data/account';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { ReadProblem } from '~/parts/ReadProblem';
import { SessionList } from '~/parts/sessions/SessionList';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { LoadingRing } from '~/ui/Ring';

/** Where I am logged in, this device first. */
export function Sessions() {
  const text = useText();
  const query = useSessions();
  const { data, error } = query;
  const end = useEndSession();
  const { problem } = useFormProblem(end.error);
  if (!data) return error ? <ReadProblem query={query} /> : <LoadingRing label={text('loading')} />;
  const sessions = [...data.items].sort((a, b) => Number(b.current) - Number(a.current));
  const others = sessions.filter((session) => !session.current);
  return (
    <>
      <FormProblem problem={problem} />
      <SessionList
        sessions={sessions}
        ending={end.isPending ? end.variables : undefined}
        onEnd={(id) => end.mutate(id)}
      />
      {others.length > 0 && (
        <div>
          <Button isPending={end.isPending && end.variables === null} onPress={() => end.mutate(null)}>
            <T id="sessions.end-others" />
          </Button>
        </div>
      )}
    </>
  );
}
