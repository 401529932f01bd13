import { type ComponentType, useState } from 'react';
import { type Later, useLater } from './later';
import { forgetNotOpened, noteNotOpened } from './not-opened';
import { Trigger, type TriggerLook } from './Trigger';

/**
 * A button that stands in for what it opens, whose code is fetched when a pointer or the focus comes near. The real
 * thing has its own button and starts open.
 */
export function OpensLater<Props extends TriggerLook>(props: {
  opens: 'menu' | 'dialog';
  part: Later<ComponentType<Props>>;
  given: Props;
}) {
  const { opens, part, given } = props;
  const { icon, label, words } = given;
  const [isWanted, setWanted] = useState(false);
  const Part = useLater(part, isWanted, () => {
    setWanted(false);
    noteNotOpened();
  });
  if (Part) return <Part {...given} />;
  const comeNear = () => void part.load().catch(() => {});
  return (
    <Trigger
      {...(icon ? { icon } : {})}
      label={label}
      words={words}
      aria-haspopup={opens}
      aria-expanded={isWanted}
      onPointerEnter={comeNear}
      onFocus={comeNear}
      onPress={() => {
        forgetNotOpened();
        setWanted(true);
      }}
    />
  );
}
