import { Injectable } from '@nestjs/common';
import { Database, Problem, Settings, type Sql, type Statement } from '#platform';

const MB = 1024 * 1024;
/** Far more than anybody prepares in a day; who only fills the disk is stopped. */
const MOST_LOOSE_A_DAY = 200;
/** Adding up all files takes long, and need not be exact. */
const TOTAL_KEPT_MS = 60_000;

/** Index files_by_owner. */
const OF_PERSON = {
  name: 'files.of-person',
  text: `
    SELECT coalesce(sum(size), 0)::bigint AS bytes,
      count(*) FILTER (WHERE post_id IS NULL AND purpose = 'attachment'
        AND created_at > now() - interval '1 day') AS loose
    FROM files WHERE owner_id = $1`,
} satisfies Statement;

/** How much room files may take: of one person, and of everybody. */
@Injectable()
export class Quota {
  private total = { bytes: 0, until: 0 };

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /**
   * Whether `size` more bytes fit. Ask before reading, with 0, so that nobody waits for a refusal; and again, under
   * the lock of the person, before keeping.
   * @throws Problem storage-full
   */
  async refuseTooMuch(userId: string, size: number, sql: Sql = this.database): Promise<void> {
    const { FILES_PER_PERSON_MB, FILES_TOTAL_MB } = this.settings;
    const [mine] = await sql.run<{ bytes: number; loose: number }>(OF_PERSON, [userId]);
    if (mine!.loose >= MOST_LOOSE_A_DAY)
      throw full(
        `You sent ${MOST_LOOSE_A_DAY} files today that stand in no post. Post them, or go on tomorrow.`,
      );
    if (exceeds(FILES_PER_PERSON_MB, mine!.bytes, size))
      throw full(
        `Your files may take ${FILES_PER_PERSON_MB} MB together, and this one does not fit any more.`,
      );
    if (FILES_TOTAL_MB > 0 && exceeds(FILES_TOTAL_MB, await this.totalBytes(sql), size))
      throw full('This installation has no room left for files. Its administrators can make some.');
    if (size > 0) this.total.bytes += size;
  }

  private async totalBytes(sql: Sql): Promise<number> {
    if (this.total.until < Date.now()) {
      const [all] = await sql.query<{ bytes: number }>(
        'SELECT coalesce(sum(size), 0)::bigint AS bytes FROM files',
      );
      this.total = { bytes: all!.bytes, until: Date.now() + TOTAL_KEPT_MS };
    }
    return this.total.bytes;
  }
}

/** With 0 more, a full quota is exceeded already. */
const exceeds = (quotaMb: number, bytes: number, more: number): boolean =>
  quotaMb > 0 && (more === 0 ? bytes >= quotaMb * MB : bytes + more > quotaMb * MB);

const full = (detail: string): Problem => new Problem('storage-full', { detail });
