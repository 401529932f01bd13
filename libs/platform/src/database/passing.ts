/** No connection, shutting down, deadlock, lost a race: the same again may go well. */
const PASSING_CLASSES = /^(08|40|53|57P|55P03|25P0[34])/;
const PASSING_ERRORS =
  /timeout exceeded when trying to connect|Query read timeout|Query runner already released|ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|Client has encountered a connection error|not queryable/;

/** Whether an error of the database has nothing to do with what was asked. */
export function isPassing(error: unknown): boolean {
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string };
  return (
    (typeof code === 'string' && PASSING_CLASSES.test(code)) || PASSING_ERRORS.test(`${code} ${message}`)
  );
}
