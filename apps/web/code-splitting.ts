/**
 * What comes in one file. Many small files are slow to fetch, one large one holds what the first page does not need: what a
 * list needs comes first, what a record, a form or a dialog needs comes with the first of those.
 */

/** Folders and files of `src/shared` that a list cannot do without. */
const OF_LISTS = [
  'api',
  'events',
  'export',
  'format',
  'i18n',
  'keyboard',
  'list/(?!ListFilters|FilterField|RecordDrawer)',
  'preferences',
  'session',
  'lazily',
  'attachments/index',
  'custom-fields/custom-',
  'detail/summary-entries',
  'merge/merge-question',
  'feedback/(?:Empty|Error|useConfirm)',
  'form/useFormDraft',
  'select/[\\w-]+\\.queries',
];

/** Components of Element Plus that open over a page or divide one. */
const LATER_COMPONENTS = ['tabs', 'dialog', 'drawer', 'message-box', 'radio', 'progress'];

const PATH = String.raw`[\\/]`;
const pattern = (text: string) => new RegExp(text.replaceAll('/', PATH));
const any = (words: readonly string[]) => `(?:${words.join('|')})`;

export const chunkGroups = [
  {
    name: 'vendor',
    test: pattern('node_modules/(?:@?vue|vue-router|@?pinia|vue-i18n|@intlify|@vueuse|openapi-fetch)[/@]'),
    priority: 5,
  },
  {
    name: 'ui',
    // A tree stands in few forms and comes with them.
    test: pattern(
      `node_modules/(?:element-plus(?!/es/components/${any(['tree', ...LATER_COMPONENTS])})|@element-plus|@popperjs|@floating-ui|lodash|normalize-wheel)`,
    ),
    minShareCount: 4,
    priority: 4,
  },
  {
    name: 'ui-later',
    test: pattern(`node_modules/element-plus/es/components/${any(LATER_COMPONENTS)}`),
    minShareCount: 4,
    priority: 3,
  },
  {
    name: 'shared',
    test: pattern(`apps/web/src/shared/${any(OF_LISTS)}`),
    minShareCount: 3,
    priority: 2,
  },
  {
    // What the features declare, in one file, because a browser asks for six at a time.
    name: 'features',
    test: pattern(String.raw`apps/web/src/(?:app/features|[\w-]+/index|.*\.feature)\.ts`),
    priority: 1,
  },
  {
    // Not what is dragged into order: it brings a library along, and only settings have it.
    name: 'shared-later',
    test: pattern('apps/web/src/shared/(?!order/)'),
    minShareCount: 3,
    priority: 0,
  },
];
