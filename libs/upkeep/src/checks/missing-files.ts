import { createHash } from 'node:crypto';
import type { Examined } from '../check.ts';
import { count, type Finding } from '../finding.ts';

const BATCH = 1_000;
const AT_ONCE = 16;
const SHOWN = 20;

interface File {
  id: string;
  size: number;
  sha256: Buffer;
}

type Fault = 'gone' | 'changed';

/** Files that the database names, and whose bytes are not what they were. Their rows are walked by the primary key. */
export async function missingBytes(kring: Examined): Promise<Finding[]> {
  const faults: Record<Fault, { n: number; examples: string[] }> = {
    gone: { n: 0, examples: [] },
    changed: { n: 0, examples: [] },
  };
  for await (const files of batches(kring))
    for (let start = 0; start < files.length; start += AT_ONCE) {
      const few = files.slice(start, start + AT_ONCE);
      const judged = await Promise.all(few.map((file) => judge(kring, file)));
      for (const [index, fault] of judged.entries())
        if (fault) {
          faults[fault].n++;
          if (faults[fault].examples.length < SHOWN) faults[fault].examples.push(few[index]!.id);
        }
    }
  return [...gone(faults.gone), ...changed(faults.changed)];
}

async function* batches({ database }: Examined): AsyncGenerator<File[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const files = await database.query<File>(
      `SELECT id, size, sha256 FROM files WHERE id > $1 ORDER BY id LIMIT ${BATCH}`,
      [after],
    );
    if (files.length === 0) return;
    yield files;
    after = files.at(-1)!.id;
  }
}

async function judge({ store, thorough, database }: Examined, file: File): Promise<Fault | null> {
  const size = await store.sizeOf(file.id);
  // One that was deleted since it was listed is not missing.
  if (size === null)
    return (await database.query('SELECT FROM files WHERE id = $1', [file.id])).length > 0 ? 'gone' : null;
  if (size !== file.size) return 'changed';
  if (!thorough) return null;
  const content = await store.open(file.id);
  if (!content) return null;
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest().equals(file.sha256) ? null : 'changed';
}

function* gone({ n, examples }: { n: number; examples: string[] }): Generator<Finding> {
  if (n === 0) return;
  yield {
    code: 'storage.file-gone',
    level: 'failure',
    says: `${count(n, 'file')} that people sent ${n === 1 ? 'is' : 'are'} not on the disk.`,
    remedy: `Look whether KRING_DATA is the right folder. Else bring them back from a backup: they lie in it as files/<id>.`,
    examples,
  };
}

function* changed({ n, examples }: { n: number; examples: string[] }): Generator<Finding> {
  if (n === 0) return;
  yield {
    code: 'storage.file-changed',
    level: 'failure',
    says: `${count(n, 'file')} on the disk ${n === 1 ? 'is' : 'are'} not what was sent.`,
    remedy: 'Check the disk. Bring them back from a backup: they lie in it as files/<id>.',
    examples,
  };
}
