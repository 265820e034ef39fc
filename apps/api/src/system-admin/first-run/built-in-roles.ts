import type { DataScope } from '../../platform/auth/actor.js';

export interface BuiltInRole {
  readonly code: string;
  readonly name: string;
  /** Permission code → scope; `'*'` gives every declared permission with the widest scope. */
  readonly grants: '*' | Readonly<Record<string, DataScope>>;
}

/** What everybody has who works here. */
const EVERYONE = {
  'job:read': 'all',
  'notification:read': 'all',
  'file:upload': 'all',
  'department:read': 'all',
  'user:read': 'all',
  'approval:read': 'all',
} as const;
const READ_CATALOGUE = { 'product:read': 'all', 'territory:read': 'all' } as const;
/** Asking for prices; which tables and in which ways is set as data beside it. */
const PRICES = { 'price:read': 'all', 'promotion:read': 'all' } as const;
const SELLING = { ...PRICES, 'price:resolve': 'all' } as const;
const CALLS = { 'customer:see-phone': 'all' } as const;
const SEES_CREDIT = { 'customer:see-credit': 'all' } as const;
/** Showing others how one looks at a list. */
const SHARES_VIEWS = { 'saved-view:share': 'all' } as const;
/** Whoever may write daily reports is expected to. */
const REPORTS = { 'daily-report:write': 'own' } as const;
const EXCHANGE = { 'import:run': 'all', 'export:run': 'all' } as const;

const customers = (read: DataScope, write?: DataScope): Record<string, DataScope> => ({
  'customer:read': read,
  'order:read': read,
  'statistics:read': read,
  ...(write && {
    'customer:create': write,
    'customer:change': write,
    'customer:delete': write,
    'activity:write': write,
    ...SEES_CREDIT,
    'customer:see-finance': 'all',
    'customer:change-finance': write,
    'credit-limit-change:read': read,
    'credit-limit-change:create': write,
    'recycle-bin:read': write,
  }),
});

const deals = (read: DataScope, write?: DataScope): Record<string, DataScope> => ({
  'opportunity:read': read,
  ...(write && { 'opportunity:create': write, 'opportunity:change': write, 'opportunity:delete': write }),
});

/** The roles that come with the product; a company changes them and adds its own. */
export const BUILT_IN_ROLES: readonly BuiltInRole[] = [
  { code: 'administrator', name: '系统管理员', grants: '*' },
  {
    code: 'executive',
    name: '总经理',
    grants: {
      ...EVERYONE,
      ...SHARES_VIEWS,
      ...READ_CATALOGUE,
      ...CALLS,
      ...customers('all'),
      ...SELLING,
      'price-revision:read': 'all',
      ...deals('all'),
      ...SEES_CREDIT,
      'customer:see-finance': 'all',
      'credit-limit-change:read': 'all',
      'cost:read': 'all',
      'export:run': 'all',
      'audit:read': 'all',
      'role:read': 'all',
      'approval-flow:read': 'all',
      'daily-report:read': 'all',
    },
  },
  {
    code: 'sales-manager',
    name: '销售经理',
    grants: {
      ...EVERYONE,
      ...SHARES_VIEWS,
      ...READ_CATALOGUE,
      ...CALLS,
      ...EXCHANGE,
      ...customers('department_and_below', 'department_and_below'),
      ...REPORTS,
      'daily-report:read': 'department_and_below',
      ...SELLING,
      'price:deviate': 'all',
      'price-revision:read': 'all',
      'promotion:manage': 'all',
      ...deals('department_and_below', 'department_and_below'),
      'opportunity:reopen': 'department_and_below',
      'order:import': 'department_and_below',
      'order:delete': 'department_and_below',
      'cost:read': 'all',
    },
  },
  {
    code: 'salesperson',
    name: '销售员',
    grants: {
      ...EVERYONE,
      ...READ_CATALOGUE,
      ...CALLS,
      ...EXCHANGE,
      ...customers('own', 'own'),
      ...REPORTS,
      'daily-report:read': 'own',
      ...SELLING,
      ...deals('own', 'own'),
    },
  },
  {
    code: 'pricing-clerk',
    name: '价格专员',
    grants: {
      ...EVERYONE,
      ...SHARES_VIEWS,
      ...READ_CATALOGUE,
      ...EXCHANGE,
      ...SELLING,
      // Agreements and prices below the floor are each a customer's.
      'customer:read': 'all',
      'product:change': 'all',
      'cost:read': 'all',
      'cost:change': 'all',
      'price-table:manage': 'all',
      'price-revision:read': 'all',
      'price-revision:create': 'all',
      'promotion:manage': 'all',
    },
  },
  {
    code: 'pricing-reviewer',
    name: '价格审核',
    grants: {
      ...EVERYONE,
      ...READ_CATALOGUE,
      ...SELLING,
      // Agreements and prices below the floor are each a customer's.
      'customer:read': 'all',
      'cost:read': 'all',
      'price-revision:read': 'all',
      'price-table:manage': 'all',
      'price-revision:create': 'all',
      'price-revision:backdate': 'all',
    },
  },
  {
    code: 'contract-clerk',
    name: '合同专员',
    grants: {
      ...EVERYONE,
      ...SHARES_VIEWS,
      ...READ_CATALOGUE,
      ...CALLS,
      ...EXCHANGE,
      ...customers('all', 'all'),
      ...deals('all', 'all'),
      'order:import': 'all',
      'order:delete': 'all',
      'product:change': 'all',
      'territory:change': 'all',
      ...SELLING,
      'price:deviate': 'all',
      'cost:read': 'all',
    },
  },
  { code: 'legal', name: '法务', grants: { ...EVERYONE, ...READ_CATALOGUE, 'customer:read': 'all' } },
  {
    code: 'finance',
    name: '财务',
    grants: {
      ...EVERYONE,
      ...SHARES_VIEWS,
      ...READ_CATALOGUE,
      ...customers('all'),
      ...SEES_CREDIT,
      'customer:see-finance': 'all',
      'credit-limit-change:read': 'all',
      ...SELLING,
      'price-revision:read': 'all',
      'cost:read': 'all',
      'cost:change': 'all',
      'export:run': 'all',
    },
  },
  {
    code: 'production-planner',
    name: '生产计划员',
    grants: { ...EVERYONE, ...READ_CATALOGUE, 'order:read': 'all', 'statistics:read': 'all' },
  },
  {
    code: 'transport',
    name: '运输调度',
    grants: { ...EVERYONE, ...READ_CATALOGUE, ...CALLS, 'order:read': 'all', 'customer:read': 'all' },
  },
  {
    code: 'service-agent',
    name: '客服专员',
    grants: { ...EVERYONE, ...READ_CATALOGUE, ...CALLS, 'customer:read': 'all', 'order:read': 'all' },
  },
  {
    code: 'service-manager',
    name: '客服经理',
    grants: {
      ...EVERYONE,
      ...SHARES_VIEWS,
      ...READ_CATALOGUE,
      ...CALLS,
      'customer:read': 'all',
      'order:read': 'all',
      'statistics:read': 'all',
      'export:run': 'all',
    },
  },
];
