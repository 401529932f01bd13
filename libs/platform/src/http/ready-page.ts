/**
 * A page whose items are JSON as Postgres made it: they go out as they came, for reading them in and writing them again
 * would take as long as all else that Kring does for a feed.
 */
export class ReadyPage<T> {
  /** Only for the compiler: what the items are. */
  declare readonly of: T;

  /** @param more other lists of the answer, by the name of their field */
  constructor(
    private readonly items: readonly string[],
    private readonly next: string | null,
    private readonly more: Readonly<Record<string, ReadyPage<T>>> = {},
  ) {}

  with(name: string, list: ReadyPage<T>): ReadyPage<T> {
    return new ReadyPage(this.items, this.next, { ...this.more, [name]: list });
  }

  get json(): string {
    const more = Object.entries(this.more).map(([name, { list }]) => `,${JSON.stringify(name)}:${list}`);
    return `{"items":${this.list},"next":${JSON.stringify(this.next)}${more.join('')}}`;
  }

  private get list(): string {
    return `[${this.items.join(',')}]`;
  }
}

/** Writes what a controller answered. */
export const asJson = (answer: unknown): string =>
  answer instanceof ReadyPage ? answer.json : JSON.stringify(answer);
