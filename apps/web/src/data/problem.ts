/** What the server says when it refuses: a code for the whole, and one for each field that was wrong. */
export interface FieldProblem {
  field: string;
  code: string;
  params: Record<string, string | number>;
}

export class Problem extends Error {
  override name = 'Problem';

  constructor(
    /** `not-found`, `stale-version`, … or `offline` when no answer came at all. */
    readonly code: string,
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly fields: FieldProblem[] = [],
    /** Members beside the standard ones, such as `current` of a stale version. */
    readonly more: Record<string, unknown> = {},
    readonly retryAfterMs: number | null = null,
  ) {
    super(code);
  }

  /** Trying the very same request again may help: nobody answered, or the server was not able to. */
  get mayPass(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429;
  }

  field(name: string): FieldProblem | undefined {
    return this.fields.find((problem) => problem.field === name);
  }
}

export const offline = () => new Problem('offline', 0);

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('unexpected', -1);
}

export async function readProblem(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('retry-after'));
  const retryAfterMs = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter * 1000 : null;
  const json = await response.json().catch(() => null);
  return parseProblem(json, response.status, retryAfterMs);
}

export function parseProblem(json: unknown, status: number, retryAfterMs: number | null = null): Problem {
  if (!isRecord(json)) return new Problem(codeOfStatus(status), status, [], {}, retryAfterMs);
  const { type, title: _, status: __, detail: ___, errors, ...more } = json;
  const code = typeof type === 'string' && type.startsWith('urn:kring:problem:') ? type.slice(18) : null;
  const fields = Array.isArray(errors) ? errors.filter(isRecord).map(asFieldProblem) : [];
  return new Problem(code ?? codeOfStatus(status), status, fields, more, retryAfterMs);
}

function asFieldProblem({ field, code, message: _, ...rest }: Record<string, unknown>): FieldProblem {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (Array.isArray(value)) params[name] = value.join(', ');
    else if (typeof value === 'string' || typeof value === 'number') params[name] = value;
  }
  return { field: String(field ?? ''), code: String(code ?? 'wrong'), params };
}

/** A proxy in between answers without our problem type; its status still says something. */
function codeOfStatus(status: number): string {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-many-requests';
  if (status >= 500) return 'unavailable';
  return 'unexpected';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
