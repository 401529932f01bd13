/** What others may do with a field that is being written in, whichever way it is written. */
export interface WritingHandle {
  focus(): void;
  /** At the caret, or as blocks of their own where Markdown says so. */
  insert(markdown: string): void;
}

export interface Anchor {
  top: number;
  left: number;
}

/** What the two ways of writing, rich and plain, have in common. */
export interface AreaProps {
  label: string;
  value: string;
  onChange(value: string): void;
  placeholder?: string | undefined;
  lines: number;
  autoFocus: boolean;
  /** Answers whether the key was taken; then the field does nothing with it. */
  onKey(event: KeyboardEvent): boolean;
  /** The token at the caret, and where a list of suggestions may hang. */
  onToken(token: import('./token-at').Token | null, anchor: Anchor | null): void;
  onFiles: ((files: File[]) => void) | undefined;
  /** ids for assistive technology. */
  describedBy: string | undefined;
  list: { id: string; active: string } | null;
}

/** How a suggestion enters the text in the place of what was typed. */
export interface AreaHandle extends WritingHandle {
  complete(token: import('./token-at').Token, inserted: string): void;
}
