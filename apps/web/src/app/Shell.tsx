import { Outlet } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { startDraftSync } from '~/data/drafts/server-drafts';
import { resend } from '~/data/outbox/send';
import { queryClient } from '~/data/query-client';
import { startRealtime } from '~/data/realtime/realtime';
import { SessionContext, useCurrentSession, useSession } from '~/data/session';
import { useIsSessionOver, useSessionReturns } from '~/data/session-over';
import { T } from '~/i18n/text';
import { ContextColumn } from '~/parts/context/Context';
import { MyRolesContext, useMyRoles } from '~/parts/posts/may';
import { BottomBar } from './BottomBar';
import { HouseRulesLater } from './HouseRulesLater';
import { Sheets } from './keyboard/Sheets';
import { LogInAgainLater } from './LogInAgainLater';
import { NewVersionLine } from './NewVersionLine';
import { NotOpenedLine } from './NotOpenedLine';
import { OfflineLine } from './OfflineLine';
import { Sidebar } from './Sidebar';
import { TopBar } from './TopBar';
import { useFocusOnNavigation } from './use-focus-on-navigation';
import { useFocusStays } from './use-focus-stays';
import { useRowLinks } from './use-row-links';
import { useScreensNear } from './use-screens-near';
import { useServiceWorker } from './use-service-worker';

/** Everything of somebody who is logged in, told who that is. */
export function Shell() {
  return (
    <SessionContext value={useCurrentSession()}>
      <MyRolesContext value={useMyRoles()}>
        <Frame />
      </MyRolesContext>
    </SessionContext>
  );
}

/**
 * What stands round every screen of somebody who is logged in: where I am at the left, what is said in the middle,
 * and on wide screens what it belongs to at the right (see parts/context).
 */
function Frame() {
  const main = useRef<HTMLElement>(null);
  const [column, setColumn] = useState<HTMLElement | null>(null);
  const session = useSession();
  const userId = session.user.id;
  const returns = useSessionReturns();
  const isOver = useIsSessionOver();
  useFocusOnNavigation(main);
  useFocusStays();
  useRowLinks();
  useScreensNear();
  useServiceWorker();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the session's cursor counts only at the start; a return is a start.
  useEffect(() => {
    resend(userId);
    const stopDrafts = startDraftSync(userId);
    const stopRealtime = startRealtime(session, () => queryClient.invalidateQueries());
    return () => {
      stopRealtime();
      stopDrafts();
    };
  }, [userId, returns]);

  return (
    <div className="mx-auto md:grid md:max-w-[64rem] md:grid-cols-[13.5rem_minmax(0,1fr)] lg:grid-cols-[15rem_minmax(0,1fr)] xl:max-w-[82rem] xl:grid-cols-[15rem_minmax(0,1fr)_19rem]">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-2"
      >
        <T id="shell.skip" />
      </a>
      <TopBar />
      <Sidebar />
      <main
        id="main"
        ref={main}
        tabIndex={-1}
        className="min-h-dvh min-w-0 px-4 pb-24 md:border-l md:border-line md:px-8 md:pb-12 lg:px-12"
      >
        <OfflineLine />
        <NewVersionLine />
        <ContextColumn value={column}>
          <Outlet />
        </ContextColumn>
      </main>
      <div ref={setColumn} className="hidden xl:block" />
      <BottomBar />
      <Sheets />
      <NotOpenedLine />
      {session.rulesToAccept !== null && session.rulesToAccept !== undefined && !isOver && (
        <HouseRulesLater version={session.rulesToAccept} />
      )}
      {isOver && <LogInAgainLater email={session.user.email} />}
    </div>
  );
}
