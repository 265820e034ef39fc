/** Shapes of the API that the shell relies on; the feature folders add their own. */
export interface Named {
  id: string;
  name: string;
}

export interface Me {
  id: string;
  username: string;
  displayName: string;
  department: Named | null;
  roles: { id: string; code: string; name: string }[];
  permissions: { code: string; scope: string }[];
  locale: 'zh-CN' | 'en';
  mustChangePassword: boolean;
}

export interface SignedIn {
  accessToken: string;
  /** Seconds. */
  expiresIn: number;
  user: Me;
}

export interface AuthInfo {
  demo: boolean;
  product: string;
  version: string;
}

export interface Job {
  id: string;
  kind: string;
  state: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  progress: { done: number; total: number | null; note?: string | null } | null;
  result: Record<string, unknown> | null;
  error: { code?: string; detail?: string; params?: Record<string, unknown> } | null;
  createdAt: string;
  startedAt?: string | null;
  finishedAt?: string | null;
}

export interface Notification {
  id: string;
  kind: string;
  title: string;
  body?: string | null;
  params?: Record<string, unknown>;
  resource?: string | null;
  recordId?: string | null;
  createdAt: string;
  readAt: string | null;
}

export interface SearchGroups {
  groups: { resource: string; items: { id: string; title: string; subtitle?: string | null }[] }[];
}

export interface User {
  id: string;
  username: string;
  displayName: string;
  email: string | null;
  phone: string | null;
  department: Named | null;
  roles: { id: string; code: string; name: string }[];
  isDisabled: boolean;
  lastSignedInAt: string | null;
  createdAt: string;
  version: number;
  allowedActions: string[];
}

export interface Role {
  id: string;
  code: string;
  name: string;
  description?: string | null;
  permissions: { code: string; scope: string }[];
  userCount?: number;
}

export interface Department {
  id: string;
  name: string;
  parentId: string | null;
}

export interface Customer {
  id: string;
  number: string;
  name: string;
  kind: 'organisation' | 'individual';
  stage: 'potential' | 'formal';
  isDealer: boolean;
  class: string | null;
  province: string | null;
  city: string | null;
  address?: string | null;
  phone: string | null;
  email?: string | null;
  taxNumber?: string | null;
  note?: string | null;
  ownerId: string | null;
  ownerName: string | null;
  territoryName?: string | null;
  source: string | null;
  createdAt: string;
  lastOrderOn: string | null;
  salesAmount?: string | null;
  version: number;
  allowedActions: string[];
}

export interface YearlySales {
  year: number;
  orders: number;
  quantity: string;
  salesAmount: string;
  profit?: string;
  margin?: string | null;
}

export interface Contact {
  id: string;
  customerId: string;
  name: string;
  title: string | null;
  phone: string | null;
  email: string | null;
  isPrimary: boolean;
  version: number;
  allowedActions: string[];
}

export interface Order {
  id: string;
  number: string;
  customerId: string;
  customerName: string;
  orderedOn: string;
  shippedOn: string | null;
  shipMode: string | null;
  province: string | null;
  city: string | null;
  territoryName: string | null;
  salesAmount: string;
  profit?: string;
  quantity: string;
  lineCount: number;
}

export interface OrderLine {
  lineNumber: number;
  productId: string;
  productCode: string;
  productName: string;
  category: string | null;
  subCategory: string | null;
  brand: string | null;
  quantity: string;
  unitPrice: string;
  discountRate: string;
  salesAmount: string;
  profit?: string;
}

export interface AuditEntry {
  id: string;
  action: string;
  actorName: string | null;
  at: string;
  changes: { field: string; before: unknown; after: unknown }[];
}

export interface SalesFigures {
  keys: Record<string, string | null>;
  salesAmount: string;
  profit?: string;
  margin?: string | null;
  quantity: string;
  lineCount: number;
}

type Json<T> = { content: { 'application/json': T } };
type Query = Record<string, string | number | boolean | readonly string[] | undefined>;
interface Page<T> {
  items: T[];
  nextCursor: string | null;
  prevCursor?: string | null;
}
interface Plain {
  query?: Query;
  header?: { 'If-Match'?: string; 'Idempotency-Key'?: string };
}
interface ById extends Plain {
  path: { id: string };
}
interface Reads<T, P = Plain> {
  parameters: P;
  responses: { 200: Json<T> };
}
interface Writes<T, P = Plain, Body = unknown> {
  parameters: P;
  requestBody?: Json<Body>;
  responses: { 200: Json<T> };
}
interface Collection<T> {
  get: Reads<Page<T>>;
  post: Writes<T>;
}
interface Item<T> {
  get: Reads<T, ById>;
  patch: Writes<T, ById>;
  delete: Writes<void, ById>;
}

export interface paths {
  '/api/v1/auth/info': { get: Reads<AuthInfo> };
  '/api/v1/auth/login': { post: Writes<SignedIn> };
  '/api/v1/auth/logout': { post: Writes<void> };
  '/api/v1/me': { get: Reads<Me>; patch: Writes<Me> };
  '/api/v1/me/password': { post: Writes<void> };
  '/api/v1/search': { get: Reads<SearchGroups> };
  '/api/v1/notifications': Collection<Notification>;
  '/api/v1/notifications/unread-count': { get: Reads<{ count: number }> };
  '/api/v1/notifications/{id}/read': { post: Writes<void, ById> };
  '/api/v1/notifications/read-all': { post: Writes<void> };
  '/api/v1/jobs': Collection<Job>;
  '/api/v1/jobs/{id}': Item<Job>;
  '/api/v1/jobs/{id}/cancel': { post: Writes<Job, ById> };
  '/api/v1/users': { get: Reads<Page<User>>; post: Writes<User & { temporaryPassword: string }> };
  '/api/v1/users/{id}': Item<User>;
  '/api/v1/users/{id}/disable': { post: Writes<User, ById> };
  '/api/v1/users/{id}/enable': { post: Writes<User, ById> };
  '/api/v1/users/{id}/reset-password': { post: Writes<{ temporaryPassword: string }, ById> };
  '/api/v1/roles': Collection<Role>;
  '/api/v1/departments': Collection<Department>;
  '/api/v1/customers': Collection<Customer>;
  '/api/v1/customers/count': { get: Reads<{ count: number; exact: boolean }> };
  '/api/v1/customers/sums': { get: Reads<Record<string, string>> };
  '/api/v1/customers/{id}': Item<Customer>;
  '/api/v1/customers/{id}/yearly-sales': { get: Reads<{ items: YearlySales[] }, ById> };
  '/api/v1/contacts': Collection<Contact>;
  '/api/v1/contacts/{id}': Item<Contact>;
  '/api/v1/orders': Collection<Order>;
  '/api/v1/orders/{id}': Item<Order & { lines: OrderLine[] }>;
  '/api/v1/orders/sums': { get: Reads<Record<string, string>> };
  '/api/v1/audit-entries': Collection<AuditEntry>;
  '/api/v1/statistics/sales': {
    get: Reads<{ rows: SalesFigures[]; totals: Omit<SalesFigures, 'keys'> }>;
  };
}
