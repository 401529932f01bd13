import { PROBLEMS, type ProblemCode } from './problem-types.ts';

/** What is wrong with one field. Further members tell what is allowed: `max`, `min`, `allowed`. */
export interface FieldError {
  field: string;
  code: string;
  message: string;
  [parameter: string]: unknown;
}

interface ProblemDetails {
  /** A sentence for people, without names or texts that the reader may not see. */
  detail?: string;
  errors?: FieldError[];
  /** Further members of the answer, such as `current` with stale-version. */
  more?: Record<string, unknown>;
  retryAfterSeconds?: number;
}

/** A refusal that becomes an RFC 9457 answer. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(details.detail ?? PROBLEMS[code][1]);
    this.status = PROBLEMS[code][0];
  }

  toJSON() {
    return {
      type: `urn:kring:problem:${this.code}`,
      title: PROBLEMS[this.code][1],
      status: this.status,
      detail: this.message,
      ...(this.details.errors && { errors: this.details.errors }),
      ...this.details.more,
    };
  }
}

/** The one answer for what does not exist and for what the viewer may not read. */
export const notFound = (): Problem => new Problem('not-found');

/** One field is wrong for a reason that only the database or a rule can tell. */
export const wrongField = (field: string, code: string, message: string, more: object = {}): Problem =>
  new Problem('invalid-input', { detail: message, errors: [{ field, code, message, ...more }] });
