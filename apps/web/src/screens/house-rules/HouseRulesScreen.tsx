import { useTitle } from '~/app/use-title';
import { useHouseRules } from '~/data/house-rules';
import { T, useText } from '~/i18n/text';
import { HouseRulesText } from '~/parts/HouseRulesText';
import { ReadState } from '~/parts/ReadState';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { Time } from '~/parts/Time';

/** What one agreed to, to be read again. */
export function HouseRulesScreen() {
  const text = useText();
  const title = text('house-rules.title');
  useTitle(title);
  return (
    <ReadState query={useHouseRules()}>
      {({ current }) => (
        <div className="max-w-[42rem]">
          <ScreenHeader title={title} />
          <div className="flex flex-col gap-2 pt-4">
            {current ? (
              <HouseRulesText rules={current} />
            ) : (
              <p className="text-quiet">
                <T id="house-rules.none" />
              </p>
            )}
            {current?.acceptedAt && (
              <p className="text-small text-quiet">
                <T id="house-rules.accepted" when={<Time at={current.acceptedAt} />} />
              </p>
            )}
          </div>
        </div>
      )}
    </ReadState>
  );
}
