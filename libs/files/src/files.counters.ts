import type { Counter } from '#platform';

/** What this lib keeps beside its rows: where a file is listed. Primary keys of files and posts. */
export const FILE_COUNTERS: Counter[] = [
  {
    name: 'communities of files',
    table: 'files',
    wrong: (which) => `
      SELECT f.id, coalesce(f.community_id::text, 'none') AS stands, coalesce(p.community_id::text, 'none') AS counted
      FROM files AS f LEFT JOIN posts AS p ON p.id = f.post_id
      WHERE ${which('f.id')} AND f.community_id IS DISTINCT FROM p.community_id`,
    hold: ['SELECT FROM files WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE'],
    correct: (wrong) => `
      UPDATE files SET community_id = nullif(found.counted, 'none')::uuid FROM (${wrong}) AS found
      WHERE files.id = found.id RETURNING files.id`,
  },
];
