import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cleaning, DatabaseMetrics, type Rubbish, rowsOf } from '#platform';
import { FileStore } from './file-store.ts';

/** SQL: whether a row of `files` stands nowhere. */
export const LOOSE_FILES = `post_id IS NULL
  AND NOT EXISTS (SELECT FROM users WHERE users.portrait_id = files.id)
  AND NOT EXISTS (SELECT FROM communities WHERE communities.picture_id = files.id)
  AND NOT EXISTS (SELECT FROM organisations WHERE organisations.logo_id = files.id)
  AND NOT EXISTS (
    SELECT FROM drafts WHERE drafts.user_id = files.owner_id AND files.id = ANY (drafts.file_ids))`;

const WAITING = `
  SELECT count(*) AS waiting, extract(epoch FROM now() - min(dropped_at))::float8 AS oldest
  FROM (SELECT dropped_at FROM dropped_files LIMIT 100000) AS waiting`;

/**
 * What nobody can reach: uploads that stand in no post, draft, portrait, picture or logo after a day; and the bytes of
 * every file whose row went, with its post or otherwise (the trigger `file_is_dropped` notes it). A crash in between
 * leaves the note, and what is gone already can be removed again. Index files_loose.
 */
@Injectable()
export class FileCleaning implements OnModuleInit {
  constructor(
    private readonly cleaning: Cleaning,
    private readonly store: FileStore,
    private readonly metrics: DatabaseMetrics,
  ) {}

  onModuleInit(): void {
    const loose = `${LOOSE_FILES} AND created_at < now() - interval '1 day'`;
    this.cleaning.add(rowsOf('loose files', 'files', 'id', loose), this.droppedBytes());
    this.metrics.watch({ name: 'file-removal', text: WAITING });
  }

  private droppedBytes(): Rubbish {
    return {
      name: 'bytes of files',
      remove: async (transaction, most) => {
        const dropped = await transaction.query<{ id: string }>(
          `DELETE FROM dropped_files WHERE id IN (
             SELECT id FROM dropped_files ORDER BY dropped_at LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING id`,
          [most],
        );
        for (const { id } of dropped) await this.store.remove(id);
        return dropped.length;
      },
    };
  }
}
