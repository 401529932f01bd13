import pg from 'pg';

/** A statement with its values, as pg takes it. */
export interface Query {
  name?: string;
  text: string;
  values: unknown[];
  types?: pg.CustomTypesConfig;
}

/** Leaves JSON as the text that it came as. */
export const JSON_AS_TEXT: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text') =>
    oid === pg.types.builtins.JSON ? String : pg.types.getTypeParser(oid, format)) as never,
};
