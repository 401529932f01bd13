import { asProblem, offline, Problem, parseProblem } from '../problem';
import type { FileView } from '../types';

const MB = 1024 * 1024;
const LARGEST = 100 * MB;
const LARGEST_PICTURE = 25 * MB;

/** Said before a minute of sending. The server has the last word. */
export function refusalOf({ size, type }: Blob): Problem | null {
  if (size === 0) return new Problem('empty-file', 400);
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(type);
  return size > (isPicture ? LARGEST_PICTURE : LARGEST) ? new Problem('too-large', 413) : null;
}

/** Sends one file; `fetch` cannot say how far it is. Throws `Problem`. */
export function upload(
  blob: Blob,
  name: string,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<FileView> {
  const form = new FormData();
  form.set('purpose', 'attachment');
  form.set('file', blob, name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/files');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(offline());
    request.ontimeout = () => reject(offline());
    request.onabort = () => reject(asProblem(signal.reason));
    request.onload = () =>
      request.status === 201
        ? resolve(request.response as FileView)
        : reject(parseProblem(request.response, request.status));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
