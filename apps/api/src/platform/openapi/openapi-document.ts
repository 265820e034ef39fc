import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ProblemDto } from '../http/problem.dto.js';

const DESCRIPTION = `REST API of Juke CRM (聚客). Errors are RFC 9457 problems; lists are keyset pages (\`cursor\`); changes honour
\`If-Match\`, creating honours \`Idempotency-Key\`. Money and quantities are decimal strings, never floats.`;

/** The OpenAPI 3.1 document, made from the routes as they are. */
export function createOpenApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Juke CRM')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', bearerFormat: 'juke_…', description: 'An API key.' },
      'apiKey',
    )
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
    extraModels: [ProblemDto],
  });
  nullableAsType(document);
  return document;
}

/** OpenAPI 3.1 has no `nullable`: null is one of the types. */
function nullableAsType(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as Record<string, unknown>;
  if (schema.nullable === true) {
    delete schema.nullable;
    if (typeof schema.type === 'string') schema.type = [schema.type, 'null'];
    else if (Array.isArray(schema.allOf)) {
      const { allOf, ...rest } = schema;
      for (const key of Object.keys(schema)) delete schema[key];
      Object.assign(schema, rest, { anyOf: [...(allOf as unknown[]), { type: 'null' }] });
      delete schema.type;
    }
    if (Array.isArray(schema.enum)) schema.enum = [...(schema.enum as unknown[]), null];
  }
  for (const child of Object.values(schema)) nullableAsType(child);
}
