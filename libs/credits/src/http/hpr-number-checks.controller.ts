import { Allow } from '@kull/http';
import { Clock, localDateInOslo } from '@kull/kernel';
import { HprRegister, isUsualHprLength, isWellFormedHprNumber } from '@kull/people';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  findingOf,
  type HprFinding,
  type HprReason,
  type HprSource,
  hprReasons,
  type Warning,
  warningsOf,
} from '../domain/hpr';
import { NumberCheckBody } from './hpr.dto';

type CheckWarning = Warning | 'HPR_UNUSUAL_LENGTH';

/** What is said of a number while it is being entered; without the name that the register has. */
interface NumberCheck {
  readonly wellFormed: boolean;
  /** `NOT_LOOKED_UP`: no class was named, and HPR's open API is not set up. */
  readonly status: 'VERIFIED' | 'NOT_ANSWERED' | 'NOT_LOOKED_UP' | HprReason;
  readonly reasons: readonly HprReason[];
  readonly warnings: readonly CheckWarning[];
  readonly source: HprSource | null;
  readonly lookedUpAt: string | null;
}

/** The scope of numbers that are checked for no class: no register file is ever read for it. */
const WITHOUT_CLASS = 'number-checks';

/** Checks of HPR numbers at entry (ux.md S10): nothing is recorded of whose they are. */
@ApiTags('classes')
@Controller('hpr-number-checks')
@Allow('administrator')
export class HprNumberChecksController {
  constructor(
    private readonly register: HprRegister,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'checkHprNumber',
    summary: 'Kontroller et HPR-nummer: form, lege, fødselsdato og autorisasjon',
  })
  @ApiOkResponse({
    example: {
      wellFormed: true,
      status: 'HPR_BIRTH_DATE_MISMATCH',
      reasons: ['HPR_BIRTH_DATE_MISMATCH'],
      warnings: [],
      source: 'API',
      lookedUpAt: '2026-06-19T10:00:00.000Z',
    } satisfies NumberCheck,
  })
  async check(@Body() { number, class: classId, on, ...given }: NumberCheckBody): Promise<NumberCheck> {
    const wellFormed = isWellFormedHprNumber(number);
    const unusual: CheckWarning[] = wellFormed && !isUsualHprLength(number) ? ['HPR_UNUSUAL_LENGTH'] : [];
    const said = (await this.register.ask(classId ?? WITHOUT_CLASS, [number])).get(number)!;
    const unsaid = { wellFormed, reasons: [], warnings: unusual, source: null, lookedUpAt: null };
    if (!said.answered) return { ...unsaid, status: 'NOT_ANSWERED' };
    if (classId === undefined && said.source === 'FILE') return { ...unsaid, status: 'NOT_LOOKED_UP' };
    const { entry, source, at: lookedUpAt } = said;
    // What was not given is taken as the register has it, and so neither agrees nor differs.
    const person = { familyName: '', givenNames: '', birthDate: '', ...entry, ...given, hprNumber: number };
    const finding: HprFinding = findingOf(person, entry);
    const reasons = hprReasons(finding, on ?? localDateInOslo(this.clock.now()));
    const warnings = [...unusual, ...warningsOf(finding)];
    return { wellFormed, status: reasons[0] ?? 'VERIFIED', reasons, warnings, source, lookedUpAt };
  }
}
