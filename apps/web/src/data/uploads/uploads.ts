import { asProblem, Problem } from '../problem';
import { backOff } from '../realtime/back-off';
import type { FileView } from '../types';
import { uuidv7 } from '../uuidv7';
import { forget, keep, kept } from './kept-bytes';
import { refusalOf, upload } from './upload-request';

/** A file as a draft or an unsent post holds it: on the server, or still on its way there. */
export interface Attachment {
  key: string;
  name: string;
  size: number;
  mediaType: string;
  file: FileView | null;
}

/** How a file that is not there yet is doing. */
export interface Progress {
  part: number;
  problem: Problem | null;
  /** Its bytes, for a preview. */
  blob: Blob | null;
}

interface Running extends Progress {
  attachment: Attachment;
  abort: AbortController;
  result: Promise<FileView>;
}

const running = new Map<string, Running>();
const listeners = new Set<() => void>();
const TRIES = 4;

export const subscribeToUploads = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const progressOf = (key: string): Progress | null => running.get(key) ?? null;

export function attach(chosen: File): Attachment {
  const attachment: Attachment = {
    key: uuidv7(),
    name: chosen.name || 'file',
    size: chosen.size,
    mediaType: chosen.type,
    file: null,
  };
  void keep(attachment.key, chosen);
  begin(attachment, chosen);
  return attachment;
}

/** After a reload, or to try again: goes on with the bytes that were kept. */
export function resume(attachment: Attachment): void {
  const known = running.get(attachment.key);
  if (attachment.file || (known && !known.problem)) return;
  begin(attachment, known?.blob ?? null);
}

/** One is logged in again: what was refused for that goes on. */
export function resumeRefused(): void {
  for (const { attachment, problem } of running.values()) {
    if (problem?.code === 'unauthenticated') resume(attachment);
  }
}

export function detach(key: string): void {
  running.get(key)?.abort.abort(new Problem('offline', 0));
  running.delete(key);
  void forget(key);
  tell();
}

/** The server's ids of all of them, once it has them. Throws the `Problem` of the first that it refuses. */
export async function stored(attachments: readonly Attachment[]): Promise<string[]> {
  return Promise.all(
    attachments.map(async (attachment) => {
      if (attachment.file) return attachment.file.id;
      resume(attachment);
      return (await running.get(attachment.key)!.result).id;
    }),
  );
}

/** The attachment with what has arrived meanwhile. */
export const settled = (attachment: Attachment): Attachment =>
  attachment.file ? attachment : (running.get(attachment.key)?.attachment ?? attachment);

function begin(attachment: Attachment, blob: Blob | null): void {
  const abort = new AbortController();
  const one: Running = {
    attachment,
    blob,
    part: 0,
    problem: null,
    abort,
    result: deliver(attachment, blob, abort.signal),
  };
  // Whoever waits for it hears of the failure; nobody may be waiting yet.
  one.result.catch(() => {});
  running.set(attachment.key, one);
  tell();
}

async function deliver(attachment: Attachment, given: Blob | null, signal: AbortSignal): Promise<FileView> {
  const { key, name } = attachment;
  try {
    const found = given ?? (await kept(key));
    if (!found) throw new Problem('file-gone', 400);
    const file = found instanceof Blob ? await arrived(key, name, found, signal) : found;
    note(key, { part: 1, attachment: { ...attachment, file } });
    return file;
  } catch (error) {
    const problem = asProblem(error);
    note(key, { problem });
    throw problem;
  }
}

async function arrived(key: string, name: string, blob: Blob, signal: AbortSignal): Promise<FileView> {
  note(key, { blob });
  const refusal = refusalOf(blob);
  if (refusal) throw refusal;
  const file = await sent(key, name, blob, signal);
  if (!signal.aborted) void keep(key, file);
  return file;
}

async function sent(key: string, name: string, blob: Blob, signal: AbortSignal): Promise<FileView> {
  for (let failures = 0; ; failures++) {
    try {
      return await upload(blob, name, (part) => note(key, { part }), signal);
    } catch (error) {
      const problem = asProblem(error);
      if (signal.aborted || !problem.mayPass || failures + 1 >= TRIES) throw problem;
      await new Promise((wake) => setTimeout(wake, problem.retryAfterMs ?? backOff(failures + 1)));
    }
  }
}

function note(key: string, part: Partial<Running>): void {
  const known = running.get(key);
  if (!known) return;
  // A new object for each change: who watches compares them.
  running.set(key, { ...known, ...part });
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}
