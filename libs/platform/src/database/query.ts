/** A statement with its values, as pg takes it. */
export interface Query {
  name?: string;
  text: string;
  values: unknown[];
}
