import { Mark } from '../Mark';

/** The organisation's own logo, or Kring's mark. Decorative: the name stands beside it. */
export function OrganisationMark({ logo, size = 24 }: { logo: string | null | undefined; size?: number }) {
  if (!logo) return <Mark size={size} className="shrink-0 text-accent" />;
  // A wordmark may be four times as wide as it is high; whatever its shape, it does not push the name away.
  return (
    <img
      src={logo}
      alt=""
      width={size}
      height={size}
      className="shrink-0 rounded-sm object-contain"
      style={{ width: size, height: size }}
    />
  );
}
