import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createOpenApiDocument } from '../src/platform/openapi/openapi-document.js';

export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** Below /api/v1 (or /api for health), parameters filled with an id that is nowhere. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string | undefined;
  readonly access: string;
  /** No API key may call it. */
  readonly isForPeople: boolean;
  readonly statuses: string[];
}

const NOWHERE = '01990000-0000-7000-8000-000000000000';

interface Operation {
  operationId: string;
  summary?: string;
  'x-permission'?: string;
  'x-people-only'?: boolean;
  responses: Record<string, unknown>;
}

/** Every route there is, from the document that is made of the controllers themselves. */
export function allRoutes(app: NestFastifyApplication): Route[] {
  const document = createOpenApiDocument(app);
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
      method: method as Route['method'],
      path: path.replace(/\{\w+\}/g, NOWHERE).replace(/^\/api\/v1/, ''),
      operationId: operation.operationId,
      summary: operation.summary,
      access: operation['x-permission'] ?? '',
      isForPeople: operation['x-people-only'] ?? false,
      statuses: Object.keys(operation.responses),
    })),
  );
}
