import { T } from '~/i18n/text';

export const LONGEST_BODY = 20_000;
const NEAR = 500;

/** Said only when it begins to matter. */
export function LengthLeft({ length }: { length: number }) {
  const left = LONGEST_BODY - length;
  if (left > NEAR) return null;
  return (
    <p role="status" className={left < 0 ? 'text-small text-danger' : 'text-small text-quiet'}>
      <T id={left < 0 ? 'writing.too-long' : 'writing.left'} n={Math.abs(left)} />
    </p>
  );
}

/** A picture may speak for itself. */
export const isSendable = (body: string, hasFiles = false): boolean =>
  (hasFiles || body.trim() !== '') && body.length <= LONGEST_BODY;
