import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { Viewer } from '#access';
import { Database, notFound } from '#platform';
import { contentDisposition } from './file-name.ts';
import { FileStore } from './file-store.ts';
import { LOGO, OPENABLE } from './files.queries.ts';
import { RASTER_TYPES } from './images/image.ts';
import type { Purpose } from './upload-form.ts';

interface StoredFile {
  id: string;
  purpose: Purpose;
  name: string;
  mediaType: string;
  size: number;
  width: number | null;
  sha256: Buffer;
}

/** How a file is answered. */
export interface Download {
  headers: Record<string, string>;
  size: number;
  /** Opened only when the client does not have it yet. */
  content(): Promise<Readable>;
}

const RASTERS: ReadonlySet<string> = new Set(RASTER_TYPES);

/** Files for those who may open them. */
@Injectable()
export class DownloadReader {
  private readonly log = new Logger('Files');

  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
  ) {}

  /** @throws notFound */
  async download(viewer: Viewer, id: string): Promise<Download> {
    const [file] = await this.database.run<StoredFile>(OPENABLE, [viewer.userId, viewer.guest, id]);
    return this.answer(file);
  }

  /**
   * The logo is for everybody.
   * @throws notFound for every other file, and for what was the logo once
   */
  async logo(id: string): Promise<Download> {
    const [file] = await this.database.run<StoredFile>(LOGO, [id]);
    return this.answer(file);
  }

  private answer(file: StoredFile | undefined): Download {
    if (!file) throw notFound();
    return { headers: headersOf(file), size: file.size, content: () => this.contentOf(file) };
  }

  private async contentOf({ id }: StoredFile): Promise<Readable> {
    const content = await this.store.open(id);
    if (content) return content;
    this.log.error(`The content of file ${id} is missing`);
    throw notFound();
  }
}

/** Access to an attachment may end at any time; a face may stay for an hour. A logo's address changes with it. */
const CACHED: Record<Purpose, string> = {
  attachment: 'private, no-store',
  picture: 'private, no-store',
  portrait: 'private, max-age=3600',
  logo: 'public, max-age=86400',
};

/** What somebody uploaded must not run in the name of Kring: shown only as a picture, in a sandbox, unsniffed. */
function headersOf({ purpose, name, mediaType, width, sha256 }: StoredFile): Record<string, string> {
  const shown = RASTERS.has(mediaType) && width !== null;
  return {
    'Content-Type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
    'Content-Disposition': contentDisposition(shown ? 'inline' : 'attachment', name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': CACHED[purpose],
    ETag: `"${sha256.toString('base64url')}"`,
  };
}
