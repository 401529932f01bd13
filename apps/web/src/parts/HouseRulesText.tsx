import type { HouseRules } from '~/data/types';
import { T } from '~/i18n/text';
import { PostBody } from './posts/PostBody';
import { Time } from './Time';

/** The rules themselves, with what is new in them. */
export function HouseRulesText({ rules }: { rules: HouseRules }) {
  const { version, html, changes, publishedAt } = rules;
  return (
    <div className="flex flex-col gap-4">
      {changes && (
        <p className="max-w-measure rounded-md bg-wash px-4 py-3 wrap-anywhere">
          <strong className="font-medium">
            <T id="house-rules.new" />
          </strong>{' '}
          {changes}
        </p>
      )}
      <div className="max-w-measure wrap-anywhere">
        <PostBody html={html} />
      </div>
      <p className="text-small text-quiet">
        <T id="house-rules.version" version={version} when={<Time at={publishedAt} />} />
      </p>
    </div>
  );
}
