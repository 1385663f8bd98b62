import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { TestApi } from '../harness/api';
import { requestOf } from './asks';
import { type Field, fieldsIn, fieldsOfSchema, type Schema, withoutHollow } from './field-paths';
import { atTheGathering, fieldStory, type Story } from './field-story';
import { type FieldLine, linesFor } from './field-table';
import { type Line, matrix } from './matrix';
import { type Asker, askersIn, mayAsk } from './principals';
import { mayWrite } from './reserved-fields';
import { worldIn } from './world';

interface Media {
  readonly schema?: Schema;
  readonly example?: unknown;
}
interface Described {
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

const JSON_TYPE = 'application/json';
/** Who is there for all that is in the answers: where they were not answered, they read what others do. */
const OFFICE = new Set(['administrator', 'coordinator']);
const LOG = new Set(['GET /api/v1/events', 'GET /api/v1/events/latest']);

const rolesOn = ({ may }: Line): readonly string[] => [...new Set(may.map((one) => one.split('/')[0]!))];

/** What everybody was answered, and what the API says that it answers. */
export class FieldsSeen {
  /** By route, then by role. */
  private readonly seen = new Map<string, Map<string, Map<string, Field>>>();
  private readonly roles = new Map<string, string>();
  private described!: ReadonlyMap<string, Described>;
  private schemas!: Readonly<Record<string, Schema>>;

  private constructor(private readonly api: TestApi) {
    this.roles.set(api.authorization, 'administrator');
  }

  /** Walks through the world of the matrix, once, and watches what is answered on the way. */
  static async in(api: TestApi): Promise<FieldsSeen> {
    const fields = new FieldsSeen(api);
    await fields.readDescription();
    fields.watch(api.fastify);
    await atTheGathering(api);
    const world = await worldIn(api);
    const story = await fieldStory(
      api,
      world,
      () => askersIn(api, world),
      (askers) => fields.meet(askers),
    );
    await fields.walk(story);
    return fields;
  }

  /** The lines of all operations that answer or take JSON, in the order of the matrix. */
  lines(): readonly FieldLine[] {
    return this.operations().flatMap((line) => [...this.readable(line), ...this.writable(line)]);
  }

  /** Who may ask and was never answered, but for the office: `route, role`. */
  unanswered(): readonly string[] {
    return this.operations().flatMap((line) => {
      const answered = this.seen.get(line.route);
      return rolesOn(line)
        .filter((role) => !OFFICE.has(role) && !answered?.has(role))
        .map((role) => `${line.route}, ${role}`);
    });
  }

  private operations(): readonly Line[] {
    return matrix.filter(({ route }) => {
      const answers = this.answersOf(route);
      return route.includes(' /api/v1/') && answers.length > 0 && answers.every(([type]) => type === JSON_TYPE);
    });
  }

  private answersOf(route: string): readonly (readonly [string, Media])[] {
    return Object.entries(this.described.get(route)?.responses ?? {})
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([, { content }]) => Object.entries(content ?? {}));
  }

  private readable(line: Line): readonly FieldLine[] {
    const { route } = line;
    const answered = this.seen.get(route) ?? new Map<string, Map<string, Field>>();
    const described = this.answersOf(route).flatMap(([, { schema, example }]) => [
      ...(schema ? fieldsOfSchema(schema, this.schemas).map((path) => ({ path, isHollow: false })) : []),
      ...(example === undefined ? [] : fieldsIn(example, LOG.has(route))),
    ]);
    const all = [...answered.values()].flatMap((fields) => [...fields.values()]);
    // A text that may be null is described as a list (nestjs/swagger): an example, or an answer, knows better.
    const told = new Set([...all, ...described].map(({ path }) => path));
    const known = new Set([...told].filter((path) => !told.has(path.replace(/\[\]$/, '')) || !path.endsWith('[]')));
    const seenBySome = withoutHollow(all, known);
    const isNews = (path: string): boolean =>
      path !== '' &&
      known.has(path) &&
      !seenBySome.has(path) &&
      ![...seenBySome].some((one) => one.startsWith(`${path}.`));
    const unseen = new Set([...withoutHollow(described, known)].filter(isNews));
    const having = rolesOn(line).map((role): [string, ReadonlySet<string>] => {
      const own = answered.get(role);
      const isSaid = own === undefined && OFFICE.has(role);
      return [role, new Set([...(isSaid ? seenBySome : withoutHollow(own?.values() ?? [], known)), ...unseen])];
    });
    return linesFor(route, 'reads', new Map(having), unseen);
  }

  private writable(line: Line): readonly FieldLine[] {
    const schema = this.described.get(line.route)?.requestBody?.content[JSON_TYPE]?.schema;
    if (!schema) return [];
    const paths = fieldsOfSchema(schema, this.schemas).filter((path) => path !== '');
    const having = [...rolesOn(line), 'operator'].map((role): [string, ReadonlySet<string>] => [
      role,
      new Set(paths.filter((path) => mayWrite(line.route, path, role))),
    ]);
    return linesFor(line.route, 'writes', new Map(having));
  }

  private async readDescription(): Promise<void> {
    const { paths, components } = (await this.api.fastify.inject({ url: '/api/openapi.json' })).json() as {
      paths: Record<string, Record<string, Described>>;
      components: { schemas: Record<string, Schema> };
    };
    this.schemas = components.schemas;
    this.described = new Map(
      Object.entries(paths).flatMap(([path, item]) =>
        Object.entries(item).map(([method, one]) => [
          `${method.toUpperCase()} ${path.replaceAll(/\{([^}]+)\}/g, ':$1')}`,
          one,
        ]),
      ),
    );
  }

  private watch(fastify: FastifyInstance): void {
    const inject = fastify.inject.bind(fastify) as (asked: InjectOptions) => Promise<LightMyRequestResponse>;
    const watched = async (asked: InjectOptions): Promise<LightMyRequestResponse> => {
      const reply = await inject(asked);
      this.note(asked, reply);
      return reply;
    };
    Object.assign(fastify, { inject: watched });
  }

  private meet(askers: readonly Asker[]): void {
    for (const { headers, roles } of askers)
      if (roles[0]) this.roles.set(headers.authorization ?? headers.cookie!, roles[0]);
  }

  private note({ method, url, headers = {} }: InjectOptions, reply: LightMyRequestResponse): void {
    const line = lineOf(`${method} ${String(url).split('?')[0]}`);
    const isJson = reply.headers['content-type']?.toString().startsWith(JSON_TYPE);
    if (!line || !isJson || reply.statusCode >= 300) return;
    const { authorization, cookie } = headers as Record<string, string | undefined>;
    const role = line.may[0] === 'everybody' ? 'everybody' : this.roles.get(authorization ?? cookie ?? '');
    if (role === undefined) return;
    const byRole = this.seen.get(line.route) ?? new Map<string, Map<string, Field>>();
    const fields = byRole.get(role) ?? new Map<string, Field>();
    this.seen.set(line.route, byRole.set(role, fields));
    for (const field of fieldsIn(reply.json(), LOG.has(line.route)))
      if (!field.isHollow || !fields.has(field.path)) fields.set(field.path, field);
  }

  /** Everything is read before anything is changed, and who has read it at the end. */
  private async walk(story: Story): Promise<void> {
    const lines = this.operations();
    for (const line of lines) if (line.method === 'GET') await this.askAll(line, story);
    for (const line of lines) if (line.method !== 'GET') await this.askAll(line, story);
    for (const line of lines) if (line.path.endsWith('/reads')) await this.askAll(line, story);
  }

  private async askAll(line: Line, { askers, things, filledIn }: Story): Promise<void> {
    const isPublic = line.may[0] === 'everybody';
    for (const asker of askers.filter((one) => (isPublic ? one.name === 'anonymous' : mayAsk(line, one)))) {
      for (const [name, thing] of Object.entries(things[line.subject])) {
        if (name === 'none' || (line.subject !== '-' && !asker.theirs(line.subject, name))) continue;
        const { method, url, type, payload } = requestOf(line, thing);
        await this.api.fastify.inject({
          method,
          url: filledIn.reduce((filled, [blank, value]) => filled.replace(blank, value), url),
          headers: {
            ...asker.headers,
            ...(type !== undefined && { 'content-type': type }),
            ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
          },
          ...(payload !== undefined && { payload }),
        });
      }
    }
  }
}

const routes = matrix.map((line) => ({
  line,
  is: new RegExp(`^${line.route.replaceAll(/:[A-Za-z]+/g, '[^/]+').replaceAll('.', '\\.')}$`),
}));

/** The most precise line of a request. */
const lineOf = (request: string): Line | undefined =>
  routes
    .filter(({ is }) => is.test(request))
    .map(({ line }) => line)
    .sort((one, other) => one.path.split(':').length - other.path.split(':').length)[0];
