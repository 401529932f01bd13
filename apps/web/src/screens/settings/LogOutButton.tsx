import { useMutation } from '@tanstack/react-query';
import { logOut } from '~/data/session';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';

export function LogOutButton() {
  const leave = useMutation({
    mutationFn: logOut,
    // Loaded anew, so that nothing of whoever leaves stays in memory.
    onSuccess: () => window.location.replace('/login'),
  });
  const { problem } = useFormProblem(leave.error);
  return (
    <div className="flex flex-col items-start gap-3">
      <FormProblem problem={problem} />
      <Button icon="logOut" isPending={leave.isPending} onPress={() => leave.mutate()}>
        <T id="settings.log-out" />
      </Button>
    </div>
  );
}
