import { useNavigate } from '@tanstack/react-router';
import { useEditProfile } from '~/data/account';
import { useMyCommunities } from '~/data/communities';
import { post } from '~/data/http';
import { useSearchHits } from '~/data/search';
import { logOut, useSession } from '~/data/session';
import { useSettled } from '~/data/use-settled';
import { chooseLanguage, languages, type MessageId } from '~/i18n/languages';
import { useText } from '~/i18n/text';
import { setTheme, type Theme } from '~/screens/settings/theme';
import type { IconName } from '~/ui/Icon';
import { places } from '../keyboard/places';
import { fits } from './fuzzy';
import { keepRecent, type Recent, recentsOf } from './recents';

export interface Entry {
  id: string;
  label: string;
  icon: IconName;
  /** What it is, or where. */
  hint?: string | undefined;
  run(): void;
}

export interface Group {
  title: MessageId;
  entries: Entry[];
}

const themes = {
  light: 'palette.theme-light',
  dark: 'palette.theme-dark',
  system: 'palette.theme-system',
} as const;

const A_FEW = 5;

/** What one may go to or do that fits what was typed; without words, where one went before comes first. */
export function useEntries(typed: string, onShortcuts: () => void): Group[] {
  const text = useText();
  const { user } = useSession();
  const navigate = useNavigate();
  const edit = useEditProfile();
  const { data: mine = [] } = useMyCommunities();
  const asked = useSettled(typed.trim());
  const communities = useSearchHits(asked, 'communities').data?.pages[0]?.items ?? [];
  const people = useSearchHits(asked, 'people').data?.pages[0]?.items ?? [];

  const goTo = ({ id, kind }: Recent) => {
    if (kind === 'community') void navigate({ to: '/communities/$communityId', params: { communityId: id } });
    else if (kind === 'person') void navigate({ to: '/people/$userId', params: { userId: id } });
    else void navigate({ to: id as (typeof places)[number]['to'] });
  };
  const going = (recent: Recent, icon: IconName, hint?: string): Entry => ({
    id: `${recent.kind} ${recent.id}`,
    label: recent.label,
    icon,
    hint,
    run: () => {
      keepRecent(user.id, recent);
      goTo(recent);
    },
  });
  const doing = (id: string, label: MessageId, icon: IconName, run: () => void): Entry => ({
    id,
    label: text(label),
    icon,
    run,
  });

  const screens = places.map(({ to, name, key }) =>
    going({ id: to, kind: 'place', label: text(name) }, 'right', `G ${key.toUpperCase()}`),
  );
  const theme = (id: Theme) => doing(`theme ${id}`, themes[id], 'settings', () => setTheme(id));
  const spoken = chooseLanguage(user.language);
  const actions = [
    doing('write', 'palette.write', 'write', () => void navigate({ to: '/write' })),
    doing('community', 'palette.community', 'plus', () => void navigate({ to: '/communities/new' })),
    doing('read', 'palette.read', 'tick', () => void post('/feeds/read')),
    doing('shortcuts', 'palette.shortcuts', 'more', onShortcuts),
    theme('light'),
    theme('dark'),
    theme('system'),
    ...languages
      .filter(({ tag }) => tag !== spoken)
      .map(
        ({ tag, name }): Entry => ({
          id: `language ${tag}`,
          label: text('palette.language', { language: name }),
          icon: 'settings',
          run: () => edit.mutate({ language: tag }),
        }),
      ),
    doing(
      'out',
      'settings.log-out',
      'logOut',
      () => void logOut().then(() => navigate({ to: '/login', replace: true })),
    ),
  ];
  const known = mine.map(({ id, name }) => going({ id, kind: 'community', label: name }, 'communities'));
  const found = communities.flatMap(({ community }) =>
    community ? [going({ id: community.id, kind: 'community', label: community.name }, 'communities')] : [],
  );
  const colleagues = people.flatMap(({ person, department }) =>
    person
      ? [
          going(
            { id: person.id, kind: 'person', label: person.name },
            'person',
            person.title ?? department ?? undefined,
          ),
        ]
      : [],
  );
  const words = typed.trim();
  if (words === '') {
    const icon = { community: 'communities', person: 'person', place: 'right' } as const;
    return filled([
      { title: 'palette.recent', entries: recentsOf(user.id).map((one) => going(one, icon[one.kind])) },
      { title: 'palette.do', entries: actions.slice(0, 4) },
      { title: 'palette.go', entries: screens },
    ]);
  }
  return filled([
    {
      title: 'palette.communities',
      entries: once([...fitting(words, known), ...fitting(words, found)]).slice(0, A_FEW),
    },
    { title: 'palette.people', entries: colleagues.slice(0, A_FEW) },
    { title: 'palette.do', entries: fitting(words, actions) },
    { title: 'palette.go', entries: fitting(words, screens) },
    {
      title: 'palette.search',
      entries: [
        {
          id: 'search',
          label: text('palette.search-for', { q: words }),
          icon: 'search',
          run: () => void navigate({ to: '/search', search: { q: words } }),
        },
      ],
    },
  ]);
}

const fitting = (words: string, entries: Entry[]): Entry[] =>
  entries
    .map((entry) => ({ entry, fit: fits(words, entry.label) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ entry }) => entry);

const once = (entries: Entry[]): Entry[] => [...new Map(entries.map((entry) => [entry.id, entry])).values()];

const filled = (groups: Group[]): Group[] => groups.filter(({ entries }) => entries.length > 0);
