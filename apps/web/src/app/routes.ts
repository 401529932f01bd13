import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { directoryFilter } from '~/data/directory-filter';
import { peopleFilter } from '~/data/people-filter';
import type { Searched } from '~/data/search';
import { fetchThread, fetchThreads } from '~/data/threads';
import { isWhyLoggedOut, type WhyLoggedOut } from '~/data/why-logged-out';
import { type AdminTab, isAdminTab } from './admin-tabs';
import { afterPaint } from './after-paint';
import { onTheWay } from './on-the-way';
import { ownPath } from './own-path';
import { requireSession } from './require-session';

/*
 * One line a screen. To add one: a folder in screens/ with a component of that name, a route here, and its
 * name in the tree below. Screens for somebody who is logged in have `inside` as their parent.
 */
const root = createRootRoute();
const inside = createRoute({
  id: 'inside',
  getParentRoute: () => root,
  async beforeLoad({ location, cause }) {
    // From screen to screen: the next one is drawn in one go, and the press is seen before.
    if (cause === 'stay') await afterPaint();
    await requireSession(location.href);
  },
  component: lazyRouteComponent(() => import('./inside'), 'Shell'),
});
const under = <Parent>(parent: Parent) => ({ getParentRoute: () => parent });

const home = createRoute({
  ...under(inside),
  path: '/',
  loader: () => onTheWay(fetchThreads({ feed: 'home' })),
  component: lazyRouteComponent(() => import('./inside'), 'HomeScreen'),
});
const catchUp = createRoute({
  ...under(inside),
  path: '/catch-up',
  component: lazyRouteComponent(() => import('~/screens/catch-up/CatchUpScreen'), 'CatchUpScreen'),
});
const everything = createRoute({
  ...under(inside),
  path: '/everything',
  component: lazyRouteComponent(() => import('~/screens/feeds/EverythingScreen'), 'EverythingScreen'),
});
const unanswered = createRoute({
  ...under(inside),
  path: '/unanswered',
  component: lazyRouteComponent(() => import('~/screens/feeds/UnansweredScreen'), 'UnansweredScreen'),
});
const unacknowledged = createRoute({
  ...under(inside),
  path: '/unacknowledged',
  component: lazyRouteComponent(() => import('~/screens/feeds/UnacknowledgedScreen'), 'UnacknowledgedScreen'),
});
const bookmarks = createRoute({
  ...under(inside),
  path: '/bookmarks',
  component: lazyRouteComponent(() => import('~/screens/feeds/BookmarksScreen'), 'BookmarksScreen'),
});
const topic = createRoute({
  ...under(inside),
  path: '/topics/$name',
  component: lazyRouteComponent(() => import('~/screens/feeds/TopicScreen'), 'TopicScreen'),
});
const community = createRoute({
  ...under(inside),
  path: '/communities/$communityId',
  validateSearch: ({ tab }): { tab?: 'about' | 'plan' | 'files' } =>
    tab === 'about' || tab === 'plan' || tab === 'files' ? { tab } : {},
  component: lazyRouteComponent(() => import('~/screens/community/CommunityScreen'), 'CommunityScreen'),
});
const communities = createRoute({
  ...under(inside),
  path: '/communities',
  validateSearch: directoryFilter,
  component: lazyRouteComponent(() => import('~/screens/communities/CommunitiesScreen'), 'CommunitiesScreen'),
});
const newCommunity = createRoute({
  ...under(inside),
  path: '/communities/new',
  component: lazyRouteComponent(
    () => import('~/screens/community-form/NewCommunityScreen'),
    'NewCommunityScreen',
  ),
});
const editCommunity = createRoute({
  ...under(inside),
  path: '/communities/$communityId/edit',
  component: lazyRouteComponent(
    () => import('~/screens/community-form/EditCommunityScreen'),
    'EditCommunityScreen',
  ),
});
const members = createRoute({
  ...under(inside),
  path: '/communities/$communityId/members',
  component: lazyRouteComponent(() => import('~/screens/members/MembersScreen'), 'MembersScreen'),
});
const people = createRoute({
  ...under(inside),
  path: '/people',
  validateSearch: peopleFilter,
  component: lazyRouteComponent(() => import('~/screens/people/PeopleScreen'), 'PeopleScreen'),
});
const chart = createRoute({
  ...under(inside),
  path: '/people/chart',
  component: lazyRouteComponent(() => import('~/screens/people/ChartScreen'), 'ChartScreen'),
});
const person = createRoute({
  ...under(inside),
  path: '/people/$userId',
  component: lazyRouteComponent(() => import('~/screens/people/PersonScreen'), 'PersonScreen'),
});
const talks = createRoute({
  ...under(inside),
  id: 'talks',
  component: lazyRouteComponent(() => import('~/screens/messages/MessagesLayout'), 'MessagesLayout'),
});
const messages = createRoute({
  ...under(talks),
  path: '/messages',
  component: lazyRouteComponent(() => import('~/screens/messages/MessagesScreen'), 'MessagesScreen'),
});
const newMessage = createRoute({
  ...under(talks),
  path: '/messages/new',
  component: lazyRouteComponent(() => import('~/screens/messages/NewMessageScreen'), 'NewMessageScreen'),
});
const conversation = createRoute({
  ...under(talks),
  path: '/messages/$communityId',
  component: lazyRouteComponent(() => import('~/screens/messages/ConversationScreen'), 'ConversationScreen'),
});
const thread = createRoute({
  ...under(inside),
  path: '/threads/$threadId',
  loader: ({ params }) => fetchThread(params.threadId),
  component: lazyRouteComponent(() => import('~/screens/thread/ThreadScreen'), 'ThreadScreen'),
});
const drafts = createRoute({
  ...under(inside),
  path: '/drafts',
  component: lazyRouteComponent(() => import('~/screens/drafts/DraftsScreen'), 'DraftsScreen'),
});
const write = createRoute({
  ...under(inside),
  path: '/write',
  component: lazyRouteComponent(() => import('~/screens/write/WriteScreen'), 'WriteScreen'),
});
const notifications = createRoute({
  ...under(inside),
  path: '/notifications',
  component: lazyRouteComponent(
    () => import('~/screens/notifications/NotificationsScreen'),
    'NotificationsScreen',
  ),
});
const search = createRoute({
  ...under(inside),
  path: '/search',
  validateSearch: ({ q, in: where }): { q?: string; in?: Searched } => ({
    ...(typeof q === 'string' || typeof q === 'number' ? { q: String(q).slice(0, 200) } : {}),
    ...(where === 'people' || where === 'communities' || where === 'files' ? { in: where } : {}),
  }),
  component: lazyRouteComponent(() => import('~/screens/search/SearchScreen'), 'SearchScreen'),
});
const settings = createRoute({
  ...under(inside),
  path: '/settings',
  component: lazyRouteComponent(() => import('~/screens/settings/SettingsScreen'), 'SettingsScreen'),
});
const houseRules = createRoute({
  ...under(inside),
  path: '/house-rules',
  component: lazyRouteComponent(() => import('~/screens/house-rules/HouseRulesScreen'), 'HouseRulesScreen'),
});
const help = createRoute({
  ...under(inside),
  path: '/help',
  component: lazyRouteComponent(() => import('~/screens/help/HelpScreen'), 'HelpScreen'),
});
const notificationSettings = createRoute({
  ...under(inside),
  path: '/settings/notifications',
  component: lazyRouteComponent(
    () => import('~/screens/notification-settings/NotificationSettingsScreen'),
    'NotificationSettingsScreen',
  ),
});
const admin = createRoute({
  ...under(inside),
  path: '/admin',
  validateSearch: ({ tab }): { tab?: AdminTab } => (isAdminTab(tab) ? { tab } : {}),
  component: lazyRouteComponent(() => import('~/screens/admin/AdminScreen'), 'AdminScreen'),
});

const logIn = createRoute({
  ...under(root),
  path: '/login',
  validateSearch: (search): { next?: string; why?: WhyLoggedOut } => {
    const next = ownPath(search.next);
    return { ...(next !== null && { next }), ...(isWhyLoggedOut(search.why) && { why: search.why }) };
  },
  component: lazyRouteComponent(() => import('~/screens/log-in/LogInScreen'), 'LogInScreen'),
});
const reset = createRoute({
  ...under(root),
  path: '/reset/$token',
  component: lazyRouteComponent(() => import('~/screens/reset/ResetScreen'), 'ResetScreen'),
});
const setUp = createRoute({
  ...under(root),
  path: '/setup',
  component: lazyRouteComponent(() => import('~/screens/set-up/SetUpScreen'), 'SetUpScreen'),
});
const invitation = createRoute({
  ...under(root),
  path: '/invitations/$token',
  component: lazyRouteComponent(() => import('~/screens/invitation/InvitationScreen'), 'InvitationScreen'),
});
const guide = createRoute({
  ...under(root),
  path: '/guide',
  component: lazyRouteComponent(() => import('~/screens/help/GuideScreen'), 'GuideScreen'),
});

export const routeTree = root.addChildren([
  inside.addChildren([
    home,
    catchUp,
    everything,
    unanswered,
    unacknowledged,
    bookmarks,
    topic,
    community,
    communities,
    newCommunity,
    editCommunity,
    members,
    people,
    chart,
    person,
    talks.addChildren([messages, newMessage, conversation]),
    thread,
    write,
    drafts,
    notifications,
    search,
    settings,
    notificationSettings,
    houseRules,
    help,
    admin,
  ]),
  logIn,
  reset,
  setUp,
  invitation,
  guide,
]);
