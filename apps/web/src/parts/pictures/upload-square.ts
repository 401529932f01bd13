import { uploadPicture } from '~/data/account';
import { Problem } from '~/data/problem';
import type { FileView } from '~/data/types';
import { squarePicture } from './square-picture';

/** Makes it square and small, then sends it. */
export async function uploadSquare(purpose: 'portrait' | 'picture', file: File): Promise<FileView> {
  const picture = await squarePicture(file).catch(() => {
    throw new Problem('unsupported-media-type', 415);
  });
  return uploadPicture(purpose, picture);
}
