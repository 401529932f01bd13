import { classes } from './classes';

/** Where a line of words will stand: as high as the line, its length by `className`. */
export function SkeletonLine({ className }: { className?: string }) {
  return (
    <span className={classes('flex h-(--body-line) items-center', className)}>
      <span className="h-2.5 w-full rounded-full bg-wash" />
    </span>
  );
}

/** Where a face or a ring will stand. */
export function SkeletonDisc({ className }: { className: string }) {
  return <span className={classes('block shrink-0 rounded-full bg-wash', className)} />;
}
