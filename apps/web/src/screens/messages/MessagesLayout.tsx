import { Outlet, useRouterState } from '@tanstack/react-router';
import { useIsWide } from '~/parts/context/wide';
import { ConversationList } from './ConversationList';

/**
 * Private messages. On wide screens the list stands beside what is open, over the width of the third column, which
 * these screens leave empty; elsewhere each has the page to itself.
 */
export function MessagesLayout() {
  const isWide = useIsWide();
  const isAlone = useRouterState({ select: ({ location }) => location.pathname === '/messages' });
  if (!isWide) return <Outlet />;
  return (
    <div className="relative z-10 -mr-[18rem] -mb-12 grid grid-cols-[18rem_minmax(0,1fr)] gap-x-10">
      <div className="sticky top-0 -ml-4 h-dvh overflow-y-auto overscroll-contain border-r border-line pr-5 pb-6 pl-4">
        <ConversationList isBeside={!isAlone} />
      </div>
      <div className="min-w-0 pb-12">
        <Outlet />
      </div>
    </div>
  );
}
