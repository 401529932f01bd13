import { classes } from './classes';

const CIRCUMFERENCE = 2 * Math.PI * 13;

/** The motif: a ring, filled from the upper right as far as `share` (0..1) says. Decorative; say it in words too. */
export function Ring(props: { share?: number; size?: number; stroke?: number; className?: string }) {
  const { share = 1, size = 20, stroke = 4, className } = props;
  return (
    <svg aria-hidden viewBox="0 0 32 32" width={size} height={size} fill="none" className={className}>
      {share < 1 && (
        <circle cx="16" cy="16" r="13" stroke="currentColor" strokeWidth={stroke} opacity="0.25" />
      )}
      {share > 0 && (
        <circle
          cx="16"
          cy="16"
          r="13"
          stroke="currentColor"
          strokeWidth={stroke}
          strokeDasharray={`${share * CIRCUMFERENCE} ${CIRCUMFERENCE}`}
          transform="rotate(-90 16 16)"
        />
      )}
    </svg>
  );
}

/** Loading: a ring that draws itself. Says so to assistive technology through `label`. */
export function LoadingRing({ label, className }: { label: string; className?: string }) {
  return (
    <span role="status" className={classes('inline-flex text-quiet', className)}>
      <svg aria-hidden viewBox="0 0 32 32" width="24" height="24" fill="none">
        <circle
          cx="16"
          cy="16"
          r="13"
          pathLength="100"
          stroke="currentColor"
          strokeWidth="3"
          className="ring-draws"
        />
      </svg>
      <span className="sr-only">{label}</span>
    </span>
  );
}
