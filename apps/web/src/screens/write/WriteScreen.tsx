import { useNavigate } from '@tanstack/react-router';
import { useTitle } from '~/app/use-title';
import { useText } from '~/i18n/text';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { HomeComposer } from '~/parts/writing/HomeComposer';

/** On a phone, writing gets the whole screen. */
export function WriteScreen() {
  const text = useText();
  const navigate = useNavigate();
  useTitle(text('nav.write'));
  return (
    <>
      <ScreenHeader title={text('nav.write')} />
      <HomeComposer autoFocus onSent={() => void navigate({ to: '/' })} />
    </>
  );
}
