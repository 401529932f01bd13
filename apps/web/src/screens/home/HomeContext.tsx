import { useText } from '~/i18n/text';
import { Context } from '~/parts/context/Context';
import { ComingUp } from './ComingUp';
import { SuggestedHere } from './SuggestedHere';
import { WaitingForMe } from './WaitingForMe';

/** What home belongs to is me: what waits for me, what is due in my projects, where I might look in. */
export default function HomeContext() {
  const text = useText();
  return (
    <Context label={text('context.home')}>
      <WaitingForMe />
      <ComingUp />
      <SuggestedHere />
    </Context>
  );
}
