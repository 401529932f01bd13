/** A command that would do harm, or cannot be done: shown as one message, without a stack trace. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
