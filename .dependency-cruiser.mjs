/**
 * Which lib may know which: a lib may import what stands in a lower row, and nothing of its own row.
 * Whoever adds a lib gives it a place here; one without a place fails the check.
 */
const ROWS = [
  ['upkeep'],
  [
    'mail',
    'insights',
    'integrations',
    'compliance',
    'realtime',
    'notifications',
    'search',
    'feeds',
    'drafts',
    'house-rules',
  ],
  ['posts'],
  ['communities'],
  ['users', 'files'],
  ['access'],
  ['platform'],
];

const names = (libs) => `(${libs.join('|')})`;
const known = names(ROWS.flat());

const directions = ROWS.flatMap((row, index) =>
  row.map((lib) => {
    const notBelow = ROWS.slice(0, index + 1)
      .flat()
      .filter((other) => other !== lib);
    return {
      name: `${lib}-looks-down-only`,
      comment: 'Imports go from features to posts, communities, users, access, platform, and never back.',
      severity: 'error',
      from: { path: `^libs/${lib}/src/`, pathNot: '\\.spec\\.ts$' },
      to: { path: notBelow.length > 0 ? `^(apps/|libs/${names(notBelow)}/)` : '^apps/' },
    };
  }),
);

export default {
  forbidden: [
    ...directions,
    {
      name: 'every-lib-has-its-place',
      comment: 'Name the lib in ROWS of this file.',
      severity: 'error',
      from: { path: `^libs/`, pathNot: `^libs/${known}/` },
      to: {},
    },
    {
      name: 'one-door-per-lib',
      comment: 'What others may use of a lib is what its index.ts exports.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/|^(apps|bench|e2e|faults|migrations)/' },
      to: {
        path: '^libs/([^/]+)/',
        // Asked before the rest of its lib can be loaded; texts that specs and journeys try alike.
        pathNot:
          '^libs/$1/|^libs/[^/]+/(src|testing)/index\\.ts$|^libs/platform/src/node-version\\.ts$|/fixtures/attacks\\.ts$',
      },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: {
        path: '^(apps|libs|migrations)/',
        pathNot: '\\.spec\\.ts$|/test/|^apps/[^/]+/testing/|^libs/[^/]+/testing/',
      },
      to: { path: '^libs/[^/]+/testing/|^apps/[^/]+/testing/' },
    },
    {
      name: 'the-web-client-knows-the-api-only',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|migrations|apps/(server|cli))/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one thing, or there is a third between them.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    exclude: { path: '^(dist|data|coverage)/|api\\.d\\.ts$' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: 'scripts/import-aliases.mjs' },
    enhancedResolveOptions: {
      conditionNames: ['kring-source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
