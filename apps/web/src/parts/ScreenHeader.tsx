import type { ReactNode } from 'react';

/** What a screen is called, and what one may do with the whole of it. */
export function ScreenHeader({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-3 border-b border-line pt-5 pb-3 md:pt-7">
      <h1 className="text-title">{title}</h1>
      {children}
    </header>
  );
}
