import { Link } from '@tanstack/react-router';
import { T } from '~/i18n/text';
import { HomeArt } from '~/parts/art/Art';
import { EmptyState } from '~/ui/EmptyState';

const directory: string = '/communities';

export function HomeEmpty() {
  return (
    <EmptyState
      art={<HomeArt />}
      title={<T id="home.empty" />}
      actions={
        <Link to={directory} className="touchable font-medium text-accent underline underline-offset-4">
          <T id="home.find" />
        </Link>
      }
    >
      <T id="home.empty-text" />
    </EmptyState>
  );
}
