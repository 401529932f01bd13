import { guides } from 'virtual:guides';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from '~/i18n/Language';
import { PostBody } from '~/parts/posts/PostBody';
import { ReadState } from '~/parts/ReadState';

/** The guide that comes with Kring, in the reader's language where it was written in that. */
export function Guide() {
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
        <div lang={language}>
          <PostBody html={html} />
        </div>
      )}
    </ReadState>
  );
}
