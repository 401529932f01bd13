import { Link } from '@tanstack/react-router';
import { useTitle } from '~/app/use-title';
import { T, useText } from '~/i18n/text';
import { EmptyState } from '~/ui/EmptyState';

/** The same for what never was, was removed, or is not ours to see: the server tells them apart no more than we do. */
export function NotFoundScreen() {
  const text = useText();
  useTitle(text('not-found.title'));
  return (
    <div className="py-8">
      <EmptyState
        title={<T id="not-found.title" />}
        actions={
          <Link to="/" className="touchable font-medium text-accent underline underline-offset-4">
            <T id="not-found.home" />
          </Link>
        }
      >
        <T id="not-found.text" />
      </EmptyState>
    </div>
  );
}
