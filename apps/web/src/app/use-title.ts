import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionQuery } from '~/data/session';

/** Names the document: what this screen shows, then whose Kring it is. */
export function useTitle(title: string | undefined): void {
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const organisation = session?.organisation.name ?? 'Kring';
  useEffect(() => {
    document.title = title ? `${title} · ${organisation}` : organisation;
  }, [title, organisation]);
}
