import { createHash } from 'node:crypto';
import type { Colleague } from '../people/colleague.ts';
import type { Ledger } from '../people/ledger.ts';

/** P01: the files of accepted posts are there, to the last byte. */
export async function wrongFiles(origin: string, reader: Colleague, { files }: Ledger): Promise<string[]> {
  const headers = reader.headersFor(origin);
  const wrong: string[] = [];
  for (const [id, sha256] of files) {
    const answer = await fetch(`${origin}/api/v1/files/${id}`, { headers });
    const content = Buffer.from(await answer.arrayBuffer());
    const found = createHash('sha256').update(content).digest('hex');
    if (answer.status !== 200 || found !== sha256)
      wrong.push(`file ${id} is not what was sent (${answer.status})`);
  }
  return wrong;
}
