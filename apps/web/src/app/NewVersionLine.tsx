import { loadNewVersion, useNewVersion } from '~/data/new-version';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';

/** There is a newer Kring. It comes when the reader says so; until then this one works on. */
export function NewVersionLine() {
  const isThere = useNewVersion();
  return (
    <div role="status">
      {isThere && (
        <div className="-mx-4 flex flex-wrap items-center gap-x-4 border-b border-line bg-accent-wash px-4 py-1 md:-mx-8 md:px-8 lg:-mx-12 lg:px-12">
          <p className="text-small">
            <T id="shell.new-version" />
          </p>
          <Button look="quiet" className="text-accent!" onPress={loadNewVersion}>
            <T id="shell.reload" />
          </Button>
        </div>
      )}
    </div>
  );
}
