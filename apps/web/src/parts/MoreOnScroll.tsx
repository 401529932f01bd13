import { useEffect, useRef } from 'react';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage(): unknown;
}

/** The end of a paged list: the next page comes when it is nearly in view, or by a press where that fails. */
export function MoreOnScroll({ query }: { query: Paged }) {
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const mayAsk = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  const ask = useRef(fetchNextPage);
  ask.current = fetchNextPage;

  useEffect(() => {
    if (!mayAsk || !end.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void ask.current(), {
      rootMargin: '800px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [mayAsk]);

  return (
    <div ref={end} className="flex justify-center py-4">
      {hasNextPage && (
        <Button look="quiet" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          <T id="more" />
        </Button>
      )}
    </div>
  );
}
