/** How much `kring seed --size` makes. */
export interface Size {
  posts: number;
  people: number;
  communities: number;
}

export const SIZES = {
  small: { posts: 10_000, people: 200, communities: 40 },
  medium: { posts: 100_000, people: 2_000, communities: 150 },
  large: { posts: 1_000_000, people: 10_000, communities: 500 },
} as const satisfies Record<string, Size>;

export type SizeName = keyof typeof SIZES;

/** Projects and groups a person is in; with the company, their own stream and colleagues they follow about 22. */
export const COMMUNITIES_A_PERSON = 17;
export const FOLLOWED_COLLEAGUES = 3;

/** Everybody whom the seed makes logs in with this: a filling is for trying and measuring, never for real use. */
export const SEED_PASSWORD = 'kring-seed-2026';
