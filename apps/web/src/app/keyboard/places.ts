import type { MessageId } from '~/i18n/languages';

/** Where `g` and a second letter lead. */
export const places = [
  { key: 'h', to: '/', name: 'nav.home' },
  { key: 'c', to: '/catch-up', name: 'nav.catch-up' },
  { key: 'e', to: '/everything', name: 'nav.everything' },
  { key: 'u', to: '/unanswered', name: 'nav.unanswered' },
  { key: 'b', to: '/bookmarks', name: 'nav.bookmarks' },
  { key: 'n', to: '/notifications', name: 'nav.notifications' },
  { key: 'm', to: '/messages', name: 'nav.messages' },
  { key: 'k', to: '/communities', name: 'nav.communities' },
  { key: 'p', to: '/people', name: 'nav.people' },
  { key: 's', to: '/settings', name: 'nav.settings' },
] as const satisfies readonly { key: string; to: string; name: MessageId }[];
