import { Link, useParams } from '@tanstack/react-router';
import { useTitle } from '~/app/use-title';
import { asProblem } from '~/data/problem';
import { useInvitation } from '~/data/session';
import { useProblemText } from '~/i18n/problem-text';
import { T, useText } from '~/i18n/text';
import { OutsideFrame } from '~/parts/OutsideFrame';
import { LoadingRing } from '~/ui/Ring';
import { AcceptForm } from './AcceptForm';

/** Somebody was asked to come in: by whom, to what, and the form that makes the account. */
export function InvitationScreen() {
  const text = useText();
  useTitle(text('invitation.title-short'));
  const { token } = useParams({ from: '/invitations/$token' });
  const { data: invitation, error } = useInvitation(token);
  const problemText = useProblemText();

  if (error) {
    const problem = asProblem(error);
    const isGone = problem.code === 'not-found';
    return (
      <OutsideFrame
        title={<T id="invitation.gone" />}
        lead={isGone ? <T id="invitation.gone-text" /> : problemText.whole(problem)}
      >
        <Link to="/login" className="touchable font-medium text-accent underline underline-offset-4">
          <T id="log-in.title" />
        </Link>
      </OutsideFrame>
    );
  }
  if (!invitation) {
    return (
      <OutsideFrame title={<T id="invitation.title-short" />}>
        <LoadingRing label={text('loading')} />
      </OutsideFrame>
    );
  }
  const { organisation, invitedBy, role } = invitation;
  return (
    <OutsideFrame
      name={organisation.name}
      title={<T id="invitation.title" organisation={organisation.name} />}
      lead={<T id={role === 'guest' ? 'invitation.lead-guest' : 'invitation.lead'} name={invitedBy.name} />}
    >
      <AcceptForm token={token} email={invitation.email} name={invitation.name} />
    </OutsideFrame>
  );
}
