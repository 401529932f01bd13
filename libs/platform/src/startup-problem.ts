/**
 * Something the administrator has to put right before Kring can start. It is shown as a short message
 * without a stack trace: what is wrong (`cause`) and what to do about it (`remedy`), each a full sentence.
 */
export class StartupProblem extends Error {
  override readonly name = 'StartupProblem';
  override readonly cause: string;
  readonly remedy: string;

  constructor(cause: string, remedy: string) {
    super(`${cause} ${remedy}`);
    this.cause = cause;
    this.remedy = remedy;
  }
}
