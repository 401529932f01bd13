import { useArchive } from '~/data/community-edit';
import { asProblem } from '~/data/problem';
import type { CommunityView } from '~/data/types';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { Button } from '~/ui/Button';

/** The end of a community, which can be undone: reading goes on, writing stops. */
export function ArchiveSection({ community }: { community: CommunityView }) {
  const archive = useArchive(community.id);
  const isArchived = community.archivedAt !== null;
  return (
    <section
      aria-labelledby="archive"
      className="mt-10 flex flex-col items-start gap-2 border-t border-line pt-5"
    >
      <h2 id="archive" className="font-semibold">
        <T id={isArchived ? 'archive.restore-title' : 'archive.title'} />
      </h2>
      <p className="text-quiet">
        <T id={isArchived ? 'archive.restore-text' : 'archive.text'} />
      </p>
      <FormProblem problem={archive.error ? asProblem(archive.error) : null} />
      <Button
        look={isArchived ? 'primary' : 'danger'}
        isPending={archive.isPending}
        onPress={() => archive.mutate(!isArchived)}
      >
        <T id={isArchived ? 'archive.restore' : 'archive.submit'} />
      </Button>
    </section>
  );
}
