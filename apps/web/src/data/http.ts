import { offline, type Problem, readProblem } from './problem';

type Query = Record<string, string | number | boolean | null | undefined>;

export interface Ask {
  query?: Query;
  body?: unknown;
  signal?: AbortSignal;
  /** Aborts after this many milliseconds and counts as no answer. */
  timeoutMs?: number;
}

export interface Answer<Body> {
  body: Body;
  /** The log position this answer stands at or after; null where the server does not say. */
  seq: number | null;
}

/** Called with every problem that the server answers, whoever asked. */
let onRefused: (problem: Problem, path: string) => void = () => {};
export const whenRefused = (callback: typeof onRefused): void => {
  onRefused = callback;
};

/** The newest position of the log that this page holds something of. */
let seen = 0;
/** Lists may be answered by a copy of the database, but not by one that knows less than this page. */
export const noteSeen = (seq: number): void => {
  seen = Math.max(seen, seq);
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One request to /api/v1. Throws `Problem` and nothing else, but for an abort by the caller. */
export async function ask<Body>(method: Method, path: string, asked: Ask = {}): Promise<Answer<Body>> {
  const known = seen;
  const answer = await askOnce<Body>(method, path, asked);
  // It was asked for together with the page, and read before the answer that came first.
  const isOlder = method === 'GET' && answer.seq !== null && answer.seq < known;
  return isOlder ? askOnce<Body>(method, path, { ...asked, isAnew: true }) : answer;
}

async function askOnce<Body>(
  method: Method,
  path: string,
  ask: Ask & { isAnew?: boolean },
): Promise<Answer<Body>> {
  const { isAnew = false, query, body, signal, timeoutMs = 30_000 } = ask;
  const late = new AbortController();
  // Not AbortSignal.timeout: that stays in memory for its whole time, whenever the answer comes.
  const timer = setTimeout(() => late.abort(), timeoutMs);
  const isForm = body instanceof FormData;
  let response: Response;
  let said: string | Problem;
  try {
    response = await fetch(`/api/v1${path}${asQuery(query)}`, {
      method,
      headers: {
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...(seen > 0 && { 'kring-seq': String(seen) }),
      },
      body: body === undefined ? null : isForm ? body : JSON.stringify(body),
      credentials: 'same-origin',
      ...(isAnew && { cache: 'reload' }),
      signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
    });
    said = response.ok ? await response.text() : await readProblem(response);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw offline();
  } finally {
    clearTimeout(timer);
  }
  if (typeof said !== 'string') {
    onRefused(said, path);
    throw said;
  }
  const seq = Number(response.headers.get('kring-seq') ?? Number.NaN);
  if (Number.isFinite(seq)) noteSeen(seq);
  return {
    body: (said === '' ? undefined : JSON.parse(said)) as Body,
    seq: Number.isFinite(seq) ? seq : null,
  };
}

const bodyOf =
  (method: Method) =>
  async <Body>(path: string, options?: Ask): Promise<Body> =>
    (await ask<Body>(method, path, options)).body;

export const get = bodyOf('GET');
export const post = bodyOf('POST');
export const put = bodyOf('PUT');
export const patch = bodyOf('PATCH');
export const del = bodyOf('DELETE');

function asQuery(query: Query | undefined): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') pairs.set(name, String(value));
  }
  const text = pairs.toString();
  return text === '' ? '' : `?${text}`;
}

/** Path segments go in encoded: an emoji, a topic with a slash. */
export const segment = (value: string): string => encodeURIComponent(value);
