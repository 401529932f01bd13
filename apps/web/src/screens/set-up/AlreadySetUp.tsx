import { Link } from '@tanstack/react-router';
import { T } from '~/i18n/text';
import { OutsideFrame } from '~/parts/OutsideFrame';

export function AlreadySetUp({ name }: { name: string | undefined }) {
  return (
    <OutsideFrame name={name} title={<T id="set-up.done" />} lead={<T id="problem.already-set-up" />}>
      <Link to="/login" className="touchable font-medium text-accent underline underline-offset-4">
        <T id="log-in.title" />
      </Link>
    </OutsideFrame>
  );
}
