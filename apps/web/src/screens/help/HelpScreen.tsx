import { guides } from 'virtual:guides';
import { useQuery } from '@tanstack/react-query';
import { useTitle } from '~/app/use-title';
import { useIntl } from '~/i18n/Language';
import { useText } from '~/i18n/text';
import { PostBody } from '~/parts/posts/PostBody';
import { ReadState } from '~/parts/ReadState';
import { ScreenHeader } from '~/parts/ScreenHeader';

/** The guide that comes with Kring, in the reader's language where it was written in that. */
export function HelpScreen() {
  const text = useText();
  const title = text('help.title');
  useTitle(title);
  const { locale } = useIntl();
  const language = locale in guides ? locale : 'en';
  const guide = useQuery({
    queryKey: ['guide', language],
    queryFn: async () => (await guides[language]!()).html,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <ReadState query={guide}>
      {(html) => (
        <div className="max-w-[42rem]">
          <ScreenHeader title={title} />
          <div lang={language} className="pt-4">
            <PostBody html={html} />
          </div>
        </div>
      )}
    </ReadState>
  );
}
