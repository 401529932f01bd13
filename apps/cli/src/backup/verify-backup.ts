import { ArchiveReader } from '../archive/archive-reader.ts';
import { fileOf, type Manifest } from '../archive/contents.ts';

export interface Verified {
  manifest: Manifest;
  rows: number;
  files: number;
  missingFiles: number;
}

/** @throws Refusal if anything in the archive is not as it was written */
export async function verifyBackup(
  path: string,
  secret: string | undefined,
  progress: (entry: string) => void,
): Promise<Verified> {
  const archive = await ArchiveReader.open(path, secret);
  let files = 0;
  for await (const { name, content } of archive.entries()) {
    progress(name);
    if (fileOf(name)) files++;
    for await (const _ of content); // the reader adds up the checksum
  }
  const { rows, missingFiles } = archive.checksums!;
  return {
    manifest: archive.manifest,
    rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
    files,
    missingFiles: missingFiles.length,
  };
}
