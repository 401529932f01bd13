import type { PostView } from '~/data/types';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { PostBody } from './PostBody';

export function EditConflict(props: { theirs: PostView; onTakeTheirs(): void; onKeepMine(): void }) {
  return (
    <section role="alert" className="flex flex-col gap-2 rounded-md bg-wash px-3 py-2.5">
      <p className="font-medium">
        <T id="conflict.title" />
      </p>
      <p className="text-small text-quiet">
        <T id="conflict.text" />
      </p>
      <div className="border-l-2 border-edge pl-3">
        <PostBody html={props.theirs.html} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onPress={props.onTakeTheirs}>
          <T id="conflict.theirs" />
        </Button>
        <Button look="primary" onPress={props.onKeepMine}>
          <T id="conflict.mine" />
        </Button>
      </div>
    </section>
  );
}
