import { Injectable } from '@nestjs/common';
import type { Viewer } from '#access';
import { notFound, type Transaction } from '#platform';
import { ATTACH } from './files.queries.ts';

/** What the posts lib does with files. */
@Injectable()
export class Files {
  /**
   * Makes uploads part of a post, which must have been written by the same transaction.
   * @throws notFound unless every one of them is the viewer's own and free: nothing is told of others' files
   */
  async attach(transaction: Transaction, viewer: Viewer, fileIds: string[], postId: string): Promise<void> {
    const wanted = new Set(fileIds.map((id) => id.toLowerCase()));
    if (wanted.size === 0) return;
    const attached = await transaction.run(ATTACH, [[...wanted], viewer.userId, postId]);
    if (attached.length < wanted.size) throw notFound();
  }
}
