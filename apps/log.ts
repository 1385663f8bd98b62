import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

/** The only fields that reach the log. A field that is not listed here is dropped: no URL with values, no body, no message of an error. */
const ALLOWED = new Set([
  'method',
  'route',
  'status',
  'ms',
  'requestId',
  'message',
  'fault',
  'sqlState',
  'at',
  'job',
  'jobs',
  'queue',
  'login',
  'outboxId',
  'reaction',
  'readModel',
  'position',
  'count',
  'url',
]);

/** Long digit runs can be identity, HPR or phone numbers; control characters could make one line look like two. */
const scrubbed = (text: string): string =>
  text
    .replaceAll(/\d{7,}/g, '#')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .slice(0, 2_000);

/** Parts of Nest that tell about each start what is the same at each start. */
const CHATTER = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

const IDS = new Set(['requestId', 'outboxId']);

const allowedFields = (fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
      if (!ALLOWED.has(name)) return [];
      if (typeof value === 'number' || typeof value === 'boolean') return [[name, value]];
      if (Array.isArray(value)) return [[name, scrubbed(value.join(' '))]];
      if (typeof value !== 'string') return [];
      return [[name, IDS.has(name) ? value.replaceAll(/[^\w.:-]/g, '') : scrubbed(value)]];
    }),
  );

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/** One line of JSON per entry, of allowed fields only. Nest's own logger and ours. */
export class JsonLog implements LoggerService {
  private readonly pino: Logger;

  constructor(program: string, destination?: DestinationStream) {
    const options = { base: { program }, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message' };
    this.pino = destination ? pino(options, destination) : pino(options);
  }

  log(entry: unknown, ...rest: unknown[]): void {
    this.write(CHATTER.has(String(rest.at(-1))) ? 'debug' : 'info', entry, rest);
  }

  error(entry: unknown, ...rest: unknown[]): void {
    this.write('error', entry, rest);
  }

  warn(entry: unknown, ...rest: unknown[]): void {
    this.write('warn', entry, rest);
  }

  debug(entry: unknown, ...rest: unknown[]): void {
    this.write('debug', entry, rest);
  }

  verbose(entry: unknown, ...rest: unknown[]): void {
    this.write('trace', entry, rest);
  }

  fatal(entry: unknown, ...rest: unknown[]): void {
    this.write('fatal', entry, rest);
  }

  /** Nest passes the name of the writer as the last argument. */
  private write(level: Level, entry: unknown, rest: readonly unknown[]): void {
    const from = rest.at(-1);
    const fields =
      entry instanceof Error
        ? { fault: entry.name }
        : typeof entry === 'object' && entry !== null
          ? allowedFields(entry)
          : { message: scrubbed(String(entry)) };
    this.pino[level]({ ...(typeof from === 'string' && from.length < 60 ? { from: scrubbed(from) } : {}), ...fields });
  }
}
