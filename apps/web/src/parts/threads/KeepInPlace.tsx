import { Component, type ReactNode } from 'react';

interface Props {
  /** The id of the element that is first now. */
  first: string | undefined;
  /** Whether what opens above it does so because the reader asked. */
  isOpening: boolean;
  onKept?(): void;
  children: ReactNode;
}

const topOf = (id: string): number | undefined => document.getElementById(id)?.getBoundingClientRect().top;

/** When earlier things open above what one reads, that stays where it is. Only a class can look just before. */
export class KeepInPlace extends Component<Props> {
  override getSnapshotBeforeUpdate(before: Props): { id: string; top: number } | null {
    const { first, isOpening } = this.props;
    if (!isOpening || !before.first || before.first === first) return null;
    const top = topOf(before.first);
    return top === undefined ? null : { id: before.first, top };
  }

  override componentDidUpdate(_before: Props, _state: unknown, kept: { id: string; top: number } | null) {
    if (!kept) return;
    const top = topOf(kept.id);
    if (top !== undefined) window.scrollBy({ top: top - kept.top, behavior: 'instant' });
    this.props.onKept?.();
  }

  override render() {
    return this.props.children;
  }
}
