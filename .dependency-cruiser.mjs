// Who may import whom (`pnpm arch`). docs/adr and CONTRIBUTING say why; each rule says what it protects.

/** The doors: a module may ask these others, through their index.ts; whoever is not listed hears of it by event. */
const DOORS = {
  'system-admin': [],
  approval: ['system-admin'],
  customer: ['approval'],
  pricing: ['approval', 'customer'],
  contract: ['approval', 'customer', 'pricing'],
  planning: ['approval', 'pricing', 'contract'],
  service: ['approval', 'customer', 'pricing', 'contract'],
  market: ['customer', 'pricing'],
  analytics: [],
  portal: ['system-admin', 'approval', 'customer', 'pricing', 'contract', 'planning', 'service', 'market'],
};
const MODULES = Object.keys(DOORS);
const API = '^apps/api/src';
const any = (names) => `(?:${names.join('|')})`;
/** A package, installed or missing. */
const npm = (...names) => `(?:^|(?:^|/)node_modules/)${any(names)}(?:/|$)`;
const TESTS = '(?:\\.(?:spec|e2e-spec|test)\\.m?ts$|/(?:test|testing|fixtures|e2e)/)';

const doors = MODULES.map((name) => ({
  name: `door-of-${name}`,
  severity: 'error',
  comment: `${name} may ask ${DOORS[name].join(', ') || 'no other module'}; the other direction goes by domain event.`,
  from: { path: `${API}/${name}/` },
  to: { path: `${API}/${any(MODULES.filter((other) => other !== name && !DOORS[name].includes(other)))}/` },
}));

export default {
  forbidden: [
    ...doors,
    {
      name: 'every-room-has-a-door',
      severity: 'error',
      comment: 'A new folder in apps/api/src must be entered in the table of doors above.',
      from: { path: `${API}/(?!${any(['platform', 'cli', 'demo', ...MODULES])}/)[^/]+/` },
      to: {},
    },
    {
      name: 'through-the-front-door',
      severity: 'error',
      comment: 'Of another module only index.ts: what is behind it may change without asking its neighbours.',
      from: { path: `${API}/(${any(MODULES)})/` },
      to: { path: `${API}/${any(MODULES)}/`, pathNot: [`${API}/$1/`, `${API}/[^/]+/index\\.ts$`] },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      comment: 'The technical floor must serve any module, so it knows none.',
      from: { path: `${API}/platform/` },
      to: { path: `${API}/(?!platform/)` },
    },
    {
      name: 'core-knows-no-delivery',
      severity: 'error',
      comment:
        'Entities, transitions, errors and events are the core; how they are served may change around them.',
      from: { path: `${API}/.+\\.(?:entity|transitions|errors|events)\\.ts$` },
      to: { path: `${API}/.+(?:\\.(?:controller|service|module|dto)\\.ts$|/dto/)` },
    },
    {
      name: 'controllers-know-no-database',
      severity: 'error',
      comment: 'A handler is one line that calls its service.',
      from: { path: '\\.controller\\.ts$' },
      to: { path: npm('typeorm', '@nestjs/typeorm', 'pg') },
    },
    {
      name: 'analytics-reads-views-only',
      severity: 'error',
      comment: 'Statistics read SQL views, so that no report depends on a module of the program.',
      from: { path: `${API}/analytics/` },
      to: { path: `${API}/(?!${any(['analytics', 'platform'])}/)` },
    },
    {
      name: 'mining-is-pure',
      severity: 'error',
      comment: 'Functions over plain arrays: no framework, no SQL, no application.',
      from: { path: '^libs/mining/' },
      to: { path: [npm('@nestjs', 'typeorm', 'pg'), '^apps/'] },
    },
    {
      name: 'api-and-web-never-meet',
      severity: 'error',
      comment: 'They meet in libs/api-client: what the one promises in OpenAPI is all the other knows.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      comment: 'A library is used by the apps, never the other way round.',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'components-ask-queries',
      severity: 'error',
      comment: "A .vue file never calls the HTTP client: reads and writes are in the feature's *.queries.ts.",
      from: { path: '^apps/(?:web|portal)/src/.+\\.vue$' },
      to: {
        path: [
          '^apps/[^/]+/src/shared/api/client\\.ts$',
          '^libs/api-client/',
          npm('openapi-fetch', '@juke/api-client'),
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'web-features-through-index',
      severity: 'error',
      comment: 'Of another feature of the web app only index.ts.',
      from: { path: '^apps/(web|portal)/src/([^/]+)/' },
      to: { path: '^apps/$1/src/(?!shared/)[^/]+/', pathNot: ['^apps/$1/src/$2/', '/src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'web-shared-knows-no-feature',
      severity: 'error',
      comment: 'The shared pieces serve every screen, so they know none.',
      from: { path: '^apps/(web|portal)/src/shared/' },
      to: { path: '^apps/$1/src/(?!shared/)[^/]+/' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'What needs each other is one thing, or a third one is missing. Types alone do not count.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'A file nobody imports is dead, unless a program opens it by its place or name.',
      from: {
        orphan: true,
        pathNot: [
          TESTS,
          '\\.d\\.ts$',
          '(?:^|/)\\.[^/]+\\.m?[jt]s$', // configuration of a tool
          '\\.config\\.m?[jt]s$',
          '/main\\.ts$',
          '/index\\.ts$', // the public face of a module that has no visitor yet
          '/cli/',
          '/bin/',
          '/bench/',
          '/migrations/',
          '/locale/',
        ],
      },
      to: {},
    },
    {
      name: 'no-test-in-production',
      severity: 'error',
      comment: 'What is delivered does not depend on its tests.',
      from: { path: '^(?:apps|libs)/', pathNot: [TESTS, '\\.config\\.m?[jt]s$'] },
      to: { path: TESTS, pathNot: 'node_modules' },
    },
    {
      name: 'no-dev-dependency-in-production',
      severity: 'error',
      comment: 'The production image is installed without development dependencies.',
      from: { path: `${API}/`, pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      comment: "A package is named in its user's own package.json.",
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-broken-import',
      severity: 'error',
      comment:
        'What is imported is there. Element Plus maps the place of its types in a way only the compiler follows; what is virtual is made by a plugin of the build.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(?:element-plus/es/|virtual:)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|coverage|\\.data|public)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
