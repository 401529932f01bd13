import type { useLeave } from '~/data/communities';
import { asProblem } from '~/data/problem';
import type { CommunityView } from '~/data/types';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { Button } from '~/ui/Button';
import { Dialog } from '~/ui/Dialog';

export function LeaveDialog(props: {
  community: CommunityView;
  leave: ReturnType<typeof useLeave>;
  onClose(): void;
}) {
  const { community, leave, onClose } = props;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<T id="leave.title" community={community.name} />}
      actions={
        <>
          <Button onPress={onClose}>
            <T id="cancel" />
          </Button>
          <Button
            look="primary"
            isPending={leave.isPending}
            onPress={() => leave.mutate(undefined, { onSuccess: onClose })}
          >
            <T id="community.leave" />
          </Button>
        </>
      }
    >
      <p className="pb-2">
        <T id={community.visibility === 'public' ? 'leave.text' : 'leave.text-closed'} />
      </p>
      <FormProblem problem={leave.error ? asProblem(leave.error) : null} />
    </Dialog>
  );
}
