import type { Instant } from '@kull/kernel';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiForbiddenResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { Allow } from './caller';
import { clockTime, ServiceClock } from './service-clock';

interface ClockView {
  readonly now: Instant;
  /** Whether it shows another time than the machine's. */
  readonly moved: boolean;
}

class SetClock extends createZodDto(z.strictObject({ now: clockTime.nullable() })) {}

/** The clock of the service, which may be moved for demonstrations and tests (ux.md 3.3). */
@ApiTags('clock')
@Controller('clock')
export class ClockController {
  constructor(private readonly clock: ServiceClock) {}

  @Get()
  @Allow('administrator', 'coordinator', 'teacher', 'assessor', 'grader', 'auditor')
  @ApiOperation({ operationId: 'getClock', summary: 'Hva klokken er for tjenesten' })
  @ApiOkResponse({ example: { now: '2026-09-15T06:30:00.000Z', moved: false } })
  show(): ClockView {
    return { now: this.clock.now(), moved: this.clock.moved };
  }

  @Put()
  @Allow('administrator')
  @ApiOperation({
    operationId: 'setClock',
    summary: 'Still klokken, for demonstrasjon og prøve; «null» stiller den tilbake',
  })
  @ApiOkResponse({ example: { now: '2027-01-20T08:00:00.000Z', moved: true } })
  @ApiForbiddenResponse({
    description: 'Klokken kan ikke stilles i drift (CLOCK_FIXED)',
    example: { code: 'CLOCK_FIXED' },
  })
  async set(@Body() { now }: SetClock): Promise<ClockView> {
    await this.clock.set(now);
    return this.show();
  }
}
