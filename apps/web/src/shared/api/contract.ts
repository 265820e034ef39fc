import type { paths as Documented, Schema } from '@juke/api-client';

/** Shapes of the API that more than one feature uses; they come from its own document. */
export type Me = Schema<'MeDto'>;
export type SignedIn = Schema<'SignedInDto'>;
export type AuthInfo = Schema<'ProductInfoDto'>;
export type Job = Schema<'JobDto'>;
export type Notification = Schema<'NotificationDto'>;
export type AuditEntry = Schema<'AuditEntryDto'>;

export interface SearchGroups {
  groups: { resource: string; items: { id: string; title: string; subtitle?: string | null }[] }[];
}

export type SalesFigure = Schema<'SalesFigureDto'>;

interface Reads<Result> {
  parameters: { query?: Record<string, string | number | readonly string[]> };
  responses: { 200: { content: { 'application/json': Result } } };
}

/** Promised operations that the API document does not list yet; each goes when it does. */
interface Promised {
  '/api/v1/search': { get: Reads<SearchGroups> };
}

export type paths = Documented & Omit<Promised, keyof Documented>;
