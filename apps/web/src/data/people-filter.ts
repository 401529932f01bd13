export interface PeopleFilter {
  q?: string | undefined;
  department?: string | undefined;
  location?: string | undefined;
  skill?: string | undefined;
}

/** The filter as an address says it; what makes no sense is left out. */
export const peopleFilter = (search: Record<string, unknown>): PeopleFilter =>
  Object.fromEntries(
    ['q', 'department', 'location', 'skill'].flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && value ? [[name, value.slice(0, 100)]] : [];
    }),
  );
