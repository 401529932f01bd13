import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import type { Viewer } from '#access';
import { Database, Problem, type Sql } from '#platform';
import type { FileView } from './dto/file.view.ts';
import { fileName } from './file-name.ts';
import { FileStore } from './file-store.ts';
import { fileView } from './files.queries.ts';
import { type Image, isShowable, RASTER_TYPES, readImage } from './images/image.ts';
import { contentOf, headOf, Incoming, rewrite } from './incoming.ts';
import { mediaTypeOf } from './media-type.ts';
import { Quota } from './quota.ts';
import { type FilledForm, readForm } from './upload-form.ts';

const MB = 1024 * 1024;
/** Portraits, pictures of communities, the logo. */
const LARGEST_PICTURE = 5 * MB;
/** A picture is cleaned in memory, so it may not be as large as other attachments. */
const LARGEST_IMAGE = 25 * MB;

/** One lost connection seldom comes alone. */
const PAUSES_MS = [50, 200, 800, 0];

interface Examined extends FilledForm {
  mediaType: string;
  width: number | null;
  height: number | null;
}

/** Takes in a file: all of it or nothing. */
@Injectable()
export class UploadService {
  private readonly log = new Logger('Uploads');

  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly incoming: Incoming,
    private readonly quota: Quota,
  ) {}

  /** @throws Problem too-large, unsupported-media-type, storage-full, or what is wrong with the form */
  async upload(viewer: Viewer, request: FastifyRequest): Promise<FileView> {
    await this.quota.refuseTooMuch(viewer.userId, 0);
    const id = uuidv7();
    return this.incoming.during(id, async (path) => {
      const file = await examine(await readForm(request, path));
      await this.store.keep(id, file.path);
      try {
        return await this.register(viewer, id, file);
      } catch (error) {
        await this.takeBack(viewer, id);
        throw error;
      }
    });
  }

  /**
   * A connection may break while the database says that it committed: so the row is taken back before its bytes, as
   * soon as whoever wrote it is done with the person. If that cannot be, the bytes stay: without a row they harm
   * nobody, and the doctor finds them.
   */
  private async takeBack({ userId }: Viewer, id: string): Promise<void> {
    const removeRow = () =>
      this.database.transaction(async (transaction) => {
        await transaction.query('SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
        await transaction.query('DELETE FROM files WHERE id = $1', [id]);
      });
    for (const wait of PAUSES_MS)
      try {
        await removeRow();
        return await this.store.remove(id);
      } catch (error) {
        this.log.warn(`The upload ${id} could not be taken back yet: ${(error as Error).message}`);
        await pause(wait);
      }
  }

  private register(viewer: Viewer, id: string, file: Examined): Promise<FileView> {
    return this.database.transaction(async (transaction) => {
      // Uploads of one person are counted one after the other, so that many at once do not slip through.
      await transaction.query('SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE', [viewer.userId]);
      await this.quota.refuseTooMuch(viewer.userId, file.size, transaction);
      return insert(transaction, viewer, id, file);
    });
  }
}

async function insert(sql: Sql, viewer: Viewer, id: string, file: Examined): Promise<FileView> {
  const [row] = await sql.query<{ view: FileView }>(
    `INSERT INTO files AS f (id, owner_id, purpose, name, media_type, size, sha256, width, height)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING ${fileView('f')} AS view`,
    [
      ...[id, viewer.userId, file.purpose, fileName(file.givenName), file.mediaType],
      ...[file.size, file.sha256, file.width, file.height],
    ],
  );
  return row!.view;
}

/** Finds out what it is, from its content, and takes out of pictures what the camera noted. */
async function examine(form: FilledForm): Promise<Examined> {
  const forShow = form.purpose !== 'attachment';
  if (forShow && form.size > LARGEST_PICTURE) throw new Problem('too-large', { detail: 'At most 5 MB.' });
  const head = await headOf(form);
  if (looksLikeImage(head)) {
    if (form.size > LARGEST_IMAGE) throw new Problem('too-large', { detail: 'A picture may have 25 MB.' });
    const image = readImage(await contentOf(form));
    if (image && isShowable(image)) return withoutNotes(form, image);
    if (image && !forShow) return { ...(await withoutNotes(form, image)), width: null, height: null };
  }
  if (forShow)
    throw new Problem('unsupported-media-type', {
      detail: `Send a picture (${RASTER_TYPES.join(', ')}) of at most 10,000 pixels a side and 40 million in all.`,
    });
  // Something that only begins like a picture is never shown as one.
  const mediaType = looksLikeImage(head)
    ? 'application/octet-stream'
    : mediaTypeOf(head, form.givenName ?? '');
  return { ...form, mediaType, width: null, height: null };
}

async function withoutNotes(form: FilledForm, { mediaType, width, height, clean }: Image): Promise<Examined> {
  return { ...form, ...(await rewrite(form, clean)), mediaType, width, height };
}

function looksLikeImage(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 12);
  if (start.startsWith('RIFF')) return start.endsWith('WEBP');
  return ['\x89PNG', '\xff\xd8\xff', 'GIF8'].some((signature) => start.startsWith(signature));
}
