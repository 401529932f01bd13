import { Link } from '@tanstack/react-router';
import { useTitle } from '~/app/use-title';
import { T, useText } from '~/i18n/text';
import { OutsideFrame } from '~/parts/OutsideFrame';
import { Guide } from './Guide';

/** The guide for somebody who is not logged in, or cannot be. */
export function GuideScreen() {
  useTitle(useText()('help.title'));
  return (
    <OutsideFrame title={<T id="help.title" />} isToRead>
      <Guide />
      <Link to="/login" className="touchable self-start font-medium text-accent underline underline-offset-4">
        <T id="help.log-in" />
      </Link>
    </OutsideFrame>
  );
}
