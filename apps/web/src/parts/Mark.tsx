/** Kring's mark: a ring with one opening at the upper right, where somebody steps in. */
export function Mark({ size = 24, className }: { size?: number; className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" width={size} height={size} fill="none" className={className}>
      <path d="M18.85 5.37 A11 11 0 1 0 26.63 13.15" stroke="currentColor" strokeWidth="5.5" />
    </svg>
  );
}
