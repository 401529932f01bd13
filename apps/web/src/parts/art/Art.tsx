import type { ReactNode } from 'react';

/**
 * Drawings for places where nothing is yet: rings and lines in the colour of edges, one thing in the accent, and the
 * one thing that matters in the signal colour. Decorative: the words beside it say it all. `from` is where the drawing
 * begins, so that its edge stands in line with the words below.
 */
function Art({ from, children }: { from: number; children: ReactNode }) {
  return (
    <svg
      aria-hidden
      viewBox={`${from} 0 ${168 - from} 96`}
      width={168 - from}
      height="96"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      className="max-w-full text-edge"
    >
      {children}
    </svg>
  );
}

/** The mark, large: open at the upper right. */
const open = (x: number, y: number, r: number) => {
  const [near, far] = [0.26 * r, 0.966 * r];
  return `M${x + near} ${y - far} A${r} ${r} 0 1 0 ${x + far} ${y - near}`;
};

const round = (x: number, y: number, r: number, from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, place) => {
    const angle = ((from + ((to - from) * place) / (count - 1)) * Math.PI) / 180;
    return {
      x: Math.round((x + r * Math.cos(angle)) * 10) / 10,
      y: Math.round((y + r * Math.sin(angle)) * 10) / 10,
    };
  });

/** Home: people round a table, and somebody who steps in at the opening. */
export const HomeArt = () => (
  <Art from={26}>
    <path d={open(72, 52, 24)} className="text-accent" strokeWidth="5" strokeLinecap="butt" />
    {round(72, 52, 39, 15, 255, 6).map(({ x, y }) => (
      <circle key={`${x}`} cx={x} cy={y} r="5.5" />
    ))}
    <circle cx="112" cy="20" r="6" className="fill-signal" stroke="none" />
    <path d="M132 8 l8 -4 M134 16 h9" strokeWidth="1.5" />
  </Art>
);

/** Messages: two rings that open towards each other. */
export const MessagesArt = () => (
  <Art from={27}>
    <path d={open(58, 54, 28)} className="text-accent" strokeWidth="5" strokeLinecap="butt" />
    <g transform="rotate(180 106 42)">
      <path d={open(106, 42, 28)} strokeWidth="5" strokeLinecap="butt" />
    </g>
    <path d="M46 54 h20 M46 62 h12 M98 36 h18" strokeWidth="1.5" />
  </Art>
);

/** Notifications: the water is still. */
export const NotificationsArt = () => (
  <Art from={15}>
    <path d="M16 80 h136 M40 88 h88" strokeWidth="1.5" />
    <path d="M60 70 a24 24 0 0 1 48 0" />
    <path d="M44 70 a40 40 0 0 1 80 0" opacity="0.6" />
    <path d="M28 70 a56 56 0 0 1 112 0" opacity="0.3" />
    <circle cx="84" cy="70" r="7" className="fill-paper text-accent" strokeWidth="4" />
  </Art>
);

/** Search: a ring held over lines, of which one is found. */
export const SearchArt = () => (
  <Art from={19}>
    <path
      d="M20 24 h44 M20 40 h32 M20 56 h36 M20 72 h60 M112 24 h36 M124 40 h24 M122 56 h26 M110 72 h20"
      strokeWidth="1.5"
    />
    <circle cx="88" cy="42" r="26" className="fill-paper text-accent" strokeWidth="5" />
    <path d="M107 61 l18 18" className="text-accent" strokeWidth="5" />
    <path d="M74 38 h28" className="text-signal" strokeWidth="4" />
    <path d="M74 48 h16" strokeWidth="1.5" />
  </Art>
);

/** Bookmarks: a ribbon that hangs through a ring. */
export const BookmarksArt = () => (
  <Art from={15}>
    <path d="M16 20 h40 M16 36 h30 M16 52 h38 M16 68 h24" strokeWidth="1.5" />
    <path d={open(100, 44, 30)} strokeWidth="5" strokeLinecap="butt" />
    <path
      d="M90 26 h20 v54 l-10 -9 l-10 9 z"
      className="fill-paper text-accent"
      strokeWidth="4"
      strokeLinejoin="round"
    />
  </Art>
);

/** A community without posts: the chairs stand ready. */
export const CommunityArt = () => (
  <Art from={16}>
    <ellipse cx="84" cy="52" rx="38" ry="20" className="text-accent" strokeWidth="5" />
    {round(0, 0, 100, -150, 165, 8).map(({ x, y }, place) => (
      <circle
        key={`${x} ${y}`}
        cx={84 + Math.round(x * 0.6)}
        cy={52 + Math.round(y * 0.38)}
        r="6"
        className={place === 3 ? 'fill-signal stroke-none' : undefined}
        strokeDasharray={place === 3 ? undefined : '3 4'}
      />
    ))}
    <path d="M72 50 h24 M76 57 h12" strokeWidth="1.5" />
  </Art>
);
