import { asWritten, type MachineScope, PROBLEM_MEDIA_TYPE, Problem } from '@kull/http';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;
type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

const problemMediaType = PROBLEM_MEDIA_TYPE.split(';')[0]!;

const problemSchema = {
  type: 'object' as const,
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'instance', 'code', 'retryable'],
  properties: {
    type: { type: 'string', description: 'Siden som forklarer koden' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'Forespørselens id' },
    code: { type: 'string' },
    retryable: { type: 'boolean', description: 'Den samme forespørselen kan lykkes senere' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'detail'],
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
};

const exampleRequest = '0b9c1c6e-3c0e-4c55-9a55-6f1f3c2f8f10';

/** The description is in bokmål alone; an answer is in the language of its reader. */
const problemResponse = (problem: Problem) => ({
  description: problem.parts.title.nb,
  content: {
    [problemMediaType]: {
      schema: { $ref: '#/components/schemas/Problem' },
      example: problem.body(exampleRequest, 'nb'),
    },
  },
});

const invalid = problemResponse(
  Problem.invalid([{ pointer: '/code', code: 'INVALID_TYPE', detail: asWritten('Mangler, eller er av feil type') }]),
);
const notAuthenticated = problemResponse(
  new Problem({ status: 401, code: 'NOT_AUTHENTICATED', title: asWritten('Du er ikke logget inn') }),
);
const inProgress = problemResponse(
  new Problem({
    status: 409,
    code: 'REQUEST_IN_PROGRESS',
    title: asWritten('Den samme forespørselen er under arbeid'),
    retryable: true,
  }),
);
const keyReused = problemResponse(
  new Problem({
    status: 422,
    code: 'IDEMPOTENCY_KEY_REUSED',
    title: asWritten('Nøkkelen er brukt på en annen forespørsel'),
  }),
);
const unavailable = problemResponse(
  new Problem({
    status: 503,
    code: 'TEMPORARILY_UNAVAILABLE',
    title: asWritten('Tjenesten er opptatt eller starter på nytt'),
    retryable: true,
  }),
);

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: true,
  description: 'En nøkkel som du lager. Samme nøkkel igjen gir samme svar, i 30 dager.',
  schema: { type: 'string' as const, minLength: 1, maxLength: 255 },
  example: exampleRequest,
};

/** What is so for every operation, and so stands on none of the controllers. */
const completed = (operation: Operation, method: (typeof METHODS)[number]): Operation => {
  const bearsKey = method === 'post' && !takesForm(operation);
  return {
    ...operation,
    parameters: [...(operation.parameters ?? []), ...(bearsKey ? [idempotencyKey] : [])],
    responses: {
      ...operation.responses,
      '400': operation.responses['400'] ?? invalid,
      ...(operation.security?.length ? { '401': notAuthenticated } : {}),
      ...(bearsKey
        ? { '409': operation.responses['409'] ?? inProgress, '422': operation.responses['422'] ?? keyReused }
        : {}),
      '503': operation.responses['503'] ?? unavailable,
    },
  };
};

/** A form bears no key. */
const takesForm = ({ requestBody }: Operation): boolean =>
  requestBody !== undefined && 'content' in requestBody && 'application/x-www-form-urlencoded' in requestBody.content;

const completedPath = (item: PathItem): PathItem => {
  const result = { ...item };
  for (const method of METHODS) {
    const operation = item[method];
    if (operation) result[method] = completed(operation, method);
  }
  return result;
};

const scopeTexts: Record<MachineScope, string> = {
  'bi:kull/certificates.read': 'Hente leveranser',
  'bi:kull/receipts.write': 'Kvittere for linjer',
  'bi:kull/webhooks.write': 'Si hvor det skal meldes fra om nytt',
};

/** Describes the API of the running application (OpenAPI 3.1). */
export const describeApi = (app: INestApplication): OpenAPIObject => {
  const settings = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Kull')
    .setDescription('Administrasjon av kull: opptak, klasser, oppmøte, poeng, kursbevis og leveringer.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
    .addOAuth2(
      {
        type: 'oauth2',
        description: 'Klienten logger inn med private_key_jwt (RFC 7523), se docs/association',
        flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: scopeTexts } },
      },
      'oauth2',
    )
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Token fra Maskinporten' },
      'maskinporten',
    )
    .build();
  const document = cleanupOpenApiDoc(SwaggerModule.createDocument(app, settings), { version: '3.1' });
  return {
    ...document,
    components: { ...document.components, schemas: { ...document.components?.schemas, Problem: problemSchema } },
    paths: Object.fromEntries(Object.entries(document.paths).map(([path, item]) => [path, completedPath(item)])),
  };
};
