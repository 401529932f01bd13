import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { setupQuery } from '~/data/session';
import { T } from '~/i18n/text';
import { OrganisationMark } from './organisation/OrganisationMark';

const HELP = 'touchable self-start text-small text-quiet underline underline-offset-4';

/** The page for somebody who is not inside yet: the mark, whose Kring this is, one thing to do, and help with it. */
export function OutsideFrame(props: {
  name?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  /** A long text instead of something to do. */
  isToRead?: boolean;
  children: ReactNode;
}) {
  const { data: setup } = useQuery(setupQuery);
  return (
    <main
      className={`mx-auto flex min-h-dvh flex-col gap-6 px-5 py-10 ${props.isToRead ? 'max-w-[42rem]' : 'max-w-[26rem] sm:py-[14vh]'}`}
    >
      <div className="flex items-center gap-2.5 text-lead font-semibold">
        <OrganisationMark logo={setup?.organisation?.logo} size={32} />
        <span className="min-w-0 wrap-anywhere">{props.name ?? setup?.organisation?.name ?? 'Kring'}</span>
      </div>
      <div className="flex flex-col gap-2">
        <h1 className="text-page">{props.title}</h1>
        {props.lead && <p className="text-quiet">{props.lead}</p>}
      </div>
      {props.children}
      {!props.isToRead && (
        // Beside the page, which keeps what was typed.
        <a href="/guide" target="_blank" rel="noreferrer" className={HELP}>
          <T id="help.new-tab" />
        </a>
      )}
    </main>
  );
}
