import { Link } from '@tanstack/react-router';
import { useTitle } from '~/app/use-title';
import { useNotificationSettings } from '~/data/notification-settings';
import { T, useText } from '~/i18n/text';
import { ReadProblem } from '~/parts/ReadProblem';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { LoadingRing } from '~/ui/Ring';
import { Section } from '../settings/Section';
import { CommunityLevels } from './CommunityLevels';
import { Preview } from './Preview';
import { PushedKinds } from './PushedKinds';
import { QuietHours } from './QuietHours';
import { ThisDevice } from './ThisDevice';

/** What reaches me, where and when; and at the end, what these choices would have done with the last week. */
export function NotificationSettingsScreen() {
  const text = useText();
  const title = text('notify.title');
  const query = useNotificationSettings();
  const { data: settings, error } = query;
  useTitle(title);
  return (
    <div className="max-w-[42rem]">
      <ScreenHeader title={title}>
        <Link
          to="/notifications"
          className="touchable inline-flex items-center font-medium text-accent underline-offset-4 hover:underline"
        >
          <T id="notify.to-list" />
        </Link>
      </ScreenHeader>
      {!settings && (
        <div className="flex justify-center py-16">
          {error ? <ReadProblem query={query} /> : <LoadingRing label={text('loading')} />}
        </div>
      )}
      {settings && (
        <>
          <Section title={<T id="notify.device" />} lead={<T id="notify.device-lead" />}>
            <ThisDevice />
          </Section>
          <Section title={<T id="notify.kinds" />} lead={<T id="notify.kinds-lead" />}>
            <PushedKinds settings={settings} />
          </Section>
          <Section
            title={<T id="notify.quiet" />}
            lead={<T id="notify.quiet-lead" zone={settings.timeZone} />}
          >
            <QuietHours settings={settings} />
          </Section>
          <Section title={<T id="notify.communities" />} lead={<T id="notify.communities-lead" />}>
            <CommunityLevels />
          </Section>
          <Section title={<T id="notify.preview" />} lead={<T id="notify.preview-lead" />}>
            <Preview />
          </Section>
        </>
      )}
    </div>
  );
}
