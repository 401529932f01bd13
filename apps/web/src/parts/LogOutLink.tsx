import { useMutation } from '@tanstack/react-query';
import { logOut } from '~/data/session';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';

/** Leaving, where it is not the main thing to do. */
export function LogOutLink() {
  const leave = useMutation({
    mutationFn: logOut,
    // Loaded anew, so that nothing of whoever leaves stays in memory.
    onSuccess: () => window.location.replace('/login'),
  });
  return (
    <Button look="quiet" isPending={leave.isPending} onPress={() => leave.mutate()}>
      <T id="settings.log-out" />
    </Button>
  );
}
