import { Link } from '@tanstack/react-router';
import { useTitle } from '~/app/use-title';
import { useHouseRules } from '~/data/house-rules';
import { useSession } from '~/data/session';
import { T, useText } from '~/i18n/text';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { Appearance } from './Appearance';
import { KeyboardChoice } from './KeyboardChoice';
import { LogOutButton } from './LogOutButton';
import { PasswordForm } from './PasswordForm';
import { PortraitField } from './PortraitField';
import { ProfileForm } from './ProfileForm';
import { Section } from './Section';
import { Sessions } from './Sessions';

const linkLook =
  'touchable inline-flex items-center font-medium text-accent underline-offset-4 hover:underline';

/** Who I am to others, how Kring looks to me, and where I am logged in. */
export function SettingsScreen() {
  const text = useText();
  const { user } = useSession();
  const hasRules = Boolean(useHouseRules().data?.current);
  const title = text('nav.settings');
  const mine: string = `/people/${user.id}`;
  const admin: string = '/admin';
  useTitle(title);
  return (
    <div className="max-w-[42rem]">
      <ScreenHeader title={title}>
        <span className="flex flex-wrap gap-x-5">
          <Link to={mine} className={linkLook}>
            <T id="settings.my-page" />
          </Link>
          <Link to="/settings/notifications" className={linkLook}>
            <T id="settings.notifications" />
          </Link>
          {hasRules && (
            <Link to="/house-rules" className={linkLook}>
              <T id="house-rules.title" />
            </Link>
          )}
          {user.role === 'admin' && (
            <Link to={admin} className={linkLook}>
              <T id="nav.admin" />
            </Link>
          )}
        </span>
      </ScreenHeader>
      <Section title={<T id="settings.profile" />} lead={<T id="settings.profile-lead" />}>
        <PortraitField />
        <ProfileForm />
      </Section>
      <Section title={<T id="settings.appearance" />}>
        <Appearance />
      </Section>
      <Section title={<T id="settings.keyboard" />} lead={<T id="settings.keyboard-lead" />}>
        <KeyboardChoice />
      </Section>
      <Section title={<T id="settings.password" />} lead={<T id="settings.password-lead" />}>
        <p>
          <T id="settings.log-in-as" email={<strong className="font-medium">{user.email}</strong>} />
        </p>
        <PasswordForm />
      </Section>
      <Section title={<T id="settings.sessions" />} lead={<T id="settings.sessions-lead" />}>
        <Sessions />
      </Section>
      <div className="py-6">
        <LogOutButton />
      </div>
    </div>
  );
}
