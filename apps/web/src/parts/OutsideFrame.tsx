import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { setupQuery } from '~/data/session';
import { OrganisationMark } from './organisation/OrganisationMark';

/** The page for somebody who is not inside yet: the mark, whose Kring this is, and one thing to do. */
export function OutsideFrame(props: {
  name?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const { data: setup } = useQuery(setupQuery);
  return (
    <main className="mx-auto flex min-h-dvh max-w-[26rem] flex-col gap-6 px-5 py-10 sm:py-[14vh]">
      <div className="flex items-center gap-2.5 text-lead font-semibold">
        <OrganisationMark logo={setup?.organisation?.logo} size={32} />
        <span className="min-w-0 wrap-anywhere">{props.name ?? setup?.organisation?.name ?? 'Kring'}</span>
      </div>
      <div className="flex flex-col gap-2">
        <h1 className="text-page">{props.title}</h1>
        {props.lead && <p className="text-quiet">{props.lead}</p>}
      </div>
      {props.children}
    </main>
  );
}
