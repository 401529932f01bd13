import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { RouterProvider as AriaRouterProvider } from 'react-aria-components';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { queryClient } from '~/data/query-client';
import { sessionQuery } from '~/data/session';
import { LanguageProvider } from '~/i18n/Language';
import { Branding } from '~/parts/organisation/Branding';
import { type Spoken, useSpoken } from './language-choice';
import { router } from './router';

const follow = (href: string) => void router.navigate({ href });

export function App({ first }: { first: Spoken }) {
  return (
    <QueryClientProvider client={queryClient}>
      <Speaking first={first} />
    </QueryClientProvider>
  );
}

function Speaking({ first }: { first: Spoken }) {
  const { language, messages } = useSpoken(first);
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  return (
    <LanguageProvider language={language} messages={messages} timeZone={session?.user.timeZone}>
      <Branding />
      <I18nProvider locale={language}>
        <AriaRouterProvider navigate={follow}>
          <RouterProvider router={router} />
        </AriaRouterProvider>
      </I18nProvider>
    </LanguageProvider>
  );
}
