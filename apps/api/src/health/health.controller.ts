import { Database } from '@kull/event-store';
import { Problem, Public, type Said, said } from '@kull/http';
import { systemClock } from '@kull/kernel';
import { type BeforeApplicationShutdown, Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { allParts } from '../../../contexts';

const MOST_CLOCK_DIFFERENCE_MS = 2_000;
const OWN_TABLES = ['log.event', 'http.idempotency', 'people.person'];

interface Health {
  readonly status: 'ok';
}

const ok: Health = { status: 'ok' };

const notYet = (code: string, title: Said): Problem =>
  new Problem({ status: 503, code, title, retryable: true, retryAfterSeconds: 2 });

/** What probes ask. */
@ApiTags('health')
@Controller('health')
@Public()
export class HealthController implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(private readonly database: Database) {}

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  @Get('live')
  @ApiOperation({ operationId: 'getLiveness', summary: 'Prosessen svarer' })
  @ApiOkResponse({ example: ok })
  live(): Health {
    return ok;
  }

  @Get('ready')
  @ApiOperation({ operationId: 'getReadiness', summary: 'Prosessen kan ta imot forespørsler' })
  @ApiOkResponse({ example: ok })
  async ready(): Promise<Health> {
    if (this.stopping)
      throw notYet('STOPPING', said('Tjenesten stopper', 'Tenesta stoppar', 'The service is stopping'));
    const before = Date.parse(systemClock.now());
    const [row] = await this.database.query<{ now: Date }>('select clock_timestamp() as now');
    const after = Date.parse(systemClock.now());
    const difference = Math.max(before - row!.now.getTime(), row!.now.getTime() - after);
    if (difference > MOST_CLOCK_DIFFERENCE_MS)
      throw notYet('CLOCKS_DIFFER', said('Klokkene går ulikt', 'Klokkene går ulikt', 'The clocks differ'));
    return ok;
  }

  @Get('startup')
  @ApiOperation({ operationId: 'getStartup', summary: 'Databasen er slik denne versjonen trenger den' })
  @ApiOkResponse({ example: ok })
  async startup(): Promise<Health> {
    const tables = [
      ...OWN_TABLES,
      ...allParts().readModels.flatMap((model) => model.tables.map((table) => `read.${table}`)),
    ];
    const missing = await this.database.query(
      'select name from unnest($1::text[]) as wanted (name) where to_regclass(name) is null',
      [tables],
    );
    if (missing.length > 0)
      throw notYet(
        'NOT_MIGRATED',
        said('Databasen er ikke oppdatert', 'Databasen er ikkje oppdatert', 'The database has not been migrated'),
      );
    return ok;
  }
}
