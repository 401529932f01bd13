/** Something new: a small filled ring, the motif at its smallest. */
export function UnreadRing({ label }: { label: string }) {
  return (
    <span className="inline-flex items-center">
      <span aria-hidden className="size-2 rounded-full bg-signal" />
      <span className="sr-only">{label}</span>
    </span>
  );
}
