import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { CustomSchemas } from '../custom-fields/custom-schemas.js';
import { createOpenApiDocument } from './openapi-document.js';

/** Mounts the document and its page; only in the running product, since the page's assets cannot load inside a test's VM. */
export function openApiPages(app: NestFastifyApplication): void {
  const schemas = app.get(CustomSchemas);
  SwaggerModule.setup('api/docs', app, () => createOpenApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    // The fields that the company has now: they change while the product runs.
    patchDocumentOnRequest: (_request: unknown, _reply: unknown, document: OpenAPIObject) =>
      schemas.in(document),
  });
}
