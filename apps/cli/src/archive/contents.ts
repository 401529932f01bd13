/** What an archive holds, in this order: manifest, tables, files, settings, checksums. docs/admin/backup.md shows it. */
export const FORMAT = 1;

export const MANIFEST = 'manifest.json';
export const SETTINGS = 'settings.env';
export const CHECKSUMS = 'checksums.json';

/** The first entry: what a restore must know before it begins. */
export interface Manifest {
  format: number;
  /** Of Kring. */
  version: string;
  /** ISO 8601, by the clock of the database. */
  madeAt: string;
  postgres: string;
  /** Names of the changes of the schema that had been made. */
  migrations: string[];
  /** The last number of the event log. */
  head: number;
  tables: TableShape[];
  /** The last number that each sequence gave. */
  sequences: Record<string, number>;
}

export interface TableShape {
  name: string;
  /** In the order in which COPY wrote them; generated ones are left out. */
  columns: string[];
}

/** The last entry. An archive without it was cut off. */
export interface Checksums {
  /** SHA-256, hexadecimal, by the name of the entry. */
  entries: Record<string, string>;
  rows: Record<string, number>;
  /** Files the database names whose bytes were gone when they were to be copied. */
  missingFiles: string[];
}

/** A table lies in pieces of a few megabytes, so that neither side ever holds more than one of them. */
export const pieceName = (table: string, piece: number): string =>
  `tables/${table}/${String(piece).padStart(6, '0')}.copy`;

export const fileEntry = (id: string): string => `files/${id}`;

export function tableOf(entry: string): string | undefined {
  return /^tables\/([a-z_0-9]+)\/\d{6}\.copy$/.exec(entry)?.[1];
}

export function fileOf(entry: string): string | undefined {
  return /^files\/([0-9a-f-]{36})$/.exec(entry)?.[1];
}
