import { Component, type ReactNode } from 'react';

interface Props {
  /** The id of the element that is first now. */
  first: string | undefined;
  /** Whether what opens above it does so because the reader asked. */
  isOpening: boolean;
  onKept?(): void;
  children: ReactNode;
}

/**
 * Where it stands. Of a stretch that is out of sight, where that ends: to ask for something in it would have the browser
 * lay it out.
 */
function placeOf(id: string): number | undefined {
  const element = document.getElementById(id);
  const stretch = element?.closest('.drawn-when-near');
  return stretch ? stretch.getBoundingClientRect().bottom : element?.getBoundingClientRect().top;
}

/** When earlier things open above what one reads, that stays where it is. Only a class can look just before. */
export class KeepInPlace extends Component<Props> {
  override getSnapshotBeforeUpdate(before: Props): { id: string; top: number } | null {
    const { first, isOpening } = this.props;
    if (!isOpening || !before.first || before.first === first) return null;
    const top = placeOf(before.first);
    return top === undefined ? null : { id: before.first, top };
  }

  override componentDidUpdate(_before: Props, _state: unknown, kept: { id: string; top: number } | null) {
    if (!kept) return;
    const top = placeOf(kept.id);
    if (top !== undefined) window.scrollBy({ top: top - kept.top, behavior: 'instant' });
    this.props.onKept?.();
  }

  override render() {
    return this.props.children;
  }
}
