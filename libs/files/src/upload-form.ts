import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Problem, wrongField } from '#platform';
import { type Arrived, writeDown } from './incoming.ts';

export const PURPOSES = ['attachment', 'portrait', 'picture', 'logo'] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface FilledForm extends Arrived {
  purpose: Purpose;
  givenName: string | undefined;
}

/**
 * Reads the form of an upload: `file`, and `purpose` before or after it. The file goes to `path` as it comes.
 * @throws Problem for whatever is wrong with what was sent, also when the sender went away in the middle
 */
export async function readForm(request: FastifyRequest, path: string): Promise<FilledForm> {
  if (!request.isMultipart())
    throw new Problem('unsupported-media-type', { detail: 'Send multipart/form-data.' });
  let purpose: Purpose = 'attachment';
  let arrived: (Arrived & { givenName: string }) | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') arrived = await readFile(part, path);
      else purpose = readField(part);
    }
  } catch (error) {
    // Else the rest stays in the connection, and what comes next on it, of somebody else behind a proxy, is never read.
    request.raw.unpipe();
    request.raw.resume();
    throw asProblem(error);
  }
  if (!arrived || arrived.size === 0) throw wrongField('file', 'required', 'is required');
  return { ...arrived, purpose };
}

async function readFile(part: MultipartFile, path: string): Promise<Arrived & { givenName: string }> {
  if (part.fieldname !== 'file') {
    part.file.resume();
    throw unknownField(part.fieldname);
  }
  const arrived = await writeDown(part.file, path);
  if (part.file.truncated) throw new Problem('too-large');
  return { ...arrived, givenName: part.filename };
}

function readField(part: Exclude<Multipart, MultipartFile>): Purpose {
  if (part.fieldname !== 'purpose') throw unknownField(part.fieldname);
  const purpose = PURPOSES.find((each) => each === part.value);
  if (!purpose)
    throw wrongField('purpose', 'not-allowed', `must be one of ${PURPOSES.join(', ')}`, {
      allowed: PURPOSES,
    });
  return purpose;
}

const unknownField = (name: string): Problem =>
  wrongField(name.replace(/[^\x20-\x7e]/g, '?').slice(0, 100), 'unknown-field', 'is not a known field');

/** What the disk says goes on as it is; everything else is what the sender got wrong. */
function asProblem(error: unknown): unknown {
  const { code, syscall, statusCode } = error as NodeJS.ErrnoException & { statusCode?: number };
  if (error instanceof Problem || (syscall && syscall !== 'read')) return error;
  // The library says 413 of these too, which would be about their size.
  if (code === 'FST_FILES_LIMIT') return wrongField('file', 'too-many', 'must be one file', { max: 1 });
  if (code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT')
    return new Problem('malformed-request', { detail: 'The upload has too many parts.' });
  if (statusCode === 413) return new Problem('too-large');
  return new Problem('malformed-request', { detail: 'The upload is not a whole multipart form.' });
}
