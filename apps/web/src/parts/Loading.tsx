import type { ReactNode } from 'react';
import { useText } from '~/i18n/text';
import { SkeletonDisc, SkeletonLine } from '~/ui/Skeleton';

/** Holds the place of what comes, in its own shape, and says to assistive technology that it is on its way. */
function Loading({ children }: { children: ReactNode }) {
  const text = useText();
  return (
    <div role="status" className="skeleton">
      <span className="sr-only">{text('loading')}</span>
      <div aria-hidden>{children}</div>
    </div>
  );
}

const threads = ['w-3/5', 'w-4/5', 'w-2/5'];

/** Threads of a feed. */
export function LoadingThreads() {
  return (
    <Loading>
      {threads.map((last) => (
        <div key={last} className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 border-b border-line py-5">
          <SkeletonDisc className="size-10" />
          <div>
            <SkeletonLine className="w-28" />
            <SkeletonLine className="w-44" />
            <SkeletonLine className="max-w-measure" />
            <SkeletonLine className="max-w-measure" />
            <SkeletonLine className={last} />
          </div>
        </div>
      ))}
    </Loading>
  );
}

const rows = ['w-32', 'w-48', 'w-40', 'w-28', 'w-44', 'w-36'];

/** People, communities or notifications, one a row: a round thing, a name, and a line under it. */
export function LoadingRows() {
  return (
    <Loading>
      {rows.map((width) => (
        <div key={width} className="flex items-center gap-3 border-b border-line py-2.5">
          <SkeletonDisc className="size-9" />
          <div className="min-w-0 flex-1">
            <SkeletonLine className={width} />
            <SkeletonLine className="w-56 max-w-full" />
          </div>
        </div>
      ))}
    </Loading>
  );
}

/** The page of a community or of a person: who or what it is, then what is said there. */
export function LoadingPage() {
  return (
    <>
      <Loading>
        <div className="flex items-center gap-4 border-b border-line pt-6 pb-5">
          <SkeletonDisc className="size-14" />
          <div className="min-w-0 flex-1">
            <SkeletonLine className="w-52 max-w-full" />
            <SkeletonLine className="w-72 max-w-full" />
          </div>
        </div>
      </Loading>
      <LoadingThreads />
    </>
  );
}
