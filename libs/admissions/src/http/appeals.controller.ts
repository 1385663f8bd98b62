import { Allow, answer, Caller, Created, decodeCursor, listQuery, type Page, pageOf, problemOf } from '@kull/http';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { DecideAppeal } from '../commands/decide-appeal';
import { FileAppeal } from '../commands/file-appeal';
import { GivePlaceOnAppeal } from '../commands/give-place-on-appeal';
import { GiveReasons } from '../commands/give-reasons';
import { appealOutcomes } from '../domain/appeal.events';
import { quotas } from '../domain/quota';
import { type AppealLine, AppealQueries, type AppealView } from '../read-models/appeals.query';
import { type AdmissionsRejection, appealUnknown, applicationUnknown, problems } from './problems';

const text = z.string().trim().min(1).max(8_000);

class AppealBody extends createZodDto(z.strictObject({ wantedChange: text, grounds: text })) {}
class StatementBody extends createZodDto(z.strictObject({ text })) {}
class AppealDecisionBody extends createZodDto(z.strictObject({ outcome: z.enum(appealOutcomes), reasons: text })) {}
class AppealPlaceBody extends createZodDto(z.strictObject({ class: z.string(), quota: z.enum(quotas) })) {}
class AppealListDto extends createZodDto(
  z.strictObject({
    ...listQuery.shape,
    intake: z.string().optional(),
    status: z.enum(['OPEN', ...appealOutcomes]).optional(),
  }),
) {}

const example: AppealView = {
  personId: 'per_0123456789abcdefghjkmnpqrs',
  appealBy: '2026-07-06',
  filed: { on: '2026-06-30', text: { wantedChange: 'Plass i OSLO-1', grounds: 'Erfaringen min er talt feil.' } },
  decisions: [{ on: '2026-07-03', outcome: 'FORWARDED', reasons: 'Erfaringen er talt etter reglene.' }],
};

/** Appeals on decisions: filed by applicants, decided by somebody who had no part in the decision (I-18 to I-20). */
@ApiTags('appeals')
@Controller()
export class AppealsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly appeals: AppealQueries,
  ) {}

  @Post('applications/:id/appeals')
  @Allow('administrator', 'student')
  @ApiOperation({ operationId: 'fileAppeal', summary: 'Klager på vedtaket i en søknad' })
  @ApiCreatedResponse({ example })
  @ApiConflictResponse({ description: 'NOT_DECIDED, APPEAL_TOO_LATE, ALREADY_APPEALED' })
  async file(
    @Param('id') id: string,
    @Body() body: AppealBody,
    @Caller() caller: Caller,
  ): Promise<Created<AppealView>> {
    await this.admit(id, caller);
    answer(await this.commands.execute(new FileAppeal(id, body, caller.context())), problems);
    return new Created(`/api/v1/applications/${id}/appeal`, (await this.appeals.ofApplication(id))!);
  }

  @Get('applications/:id/appeal')
  @Allow('administrator', 'student')
  @ApiOperation({ operationId: 'getAppeal', summary: 'Klagefristen, klagen og hva som er avgjort' })
  @ApiOkResponse({ example })
  async get(@Param('id') id: string, @Caller() caller: Caller): Promise<AppealView> {
    await this.admit(id, caller);
    const view = await this.appeals.ofApplication(id);
    if (!view) throw problemOf<AdmissionsRejection>({ code: 'NOT_DECIDED' }, problems);
    return view;
  }

  @Post('applications/:id/statements-of-reasons')
  @HttpCode(200)
  @Allow('administrator')
  @ApiOperation({
    operationId: 'giveReasons',
    summary: 'Gir søkeren en nærmere begrunnelse; det begynner en ny klagefrist',
  })
  @ApiOkResponse({ example })
  async reasons(@Param('id') id: string, @Body() body: StatementBody, @Caller() caller: Caller): Promise<AppealView> {
    answer(await this.commands.execute(new GiveReasons(id, body.text, caller.context())), problems);
    return (await this.appeals.ofApplication(id))!;
  }

  @Get('appeals')
  @Allow('administrator')
  @ApiOperation({ operationId: 'listAppeals', summary: 'Klagene, de eldste først' })
  @ApiOkResponse({
    example: { data: [{ id: 'apl_0123456789abcdefghjkmnpqrs', applicationNo: 'A26-000439' }], nextCursor: null },
  })
  async list(@Query() { intake, status, limit, cursor }: AppealListDto): Promise<Page<AppealLine>> {
    const [filedOn = '', id = ''] = decodeCursor(cursor) ?? [];
    const after = [String(filedOn), String(id)] as const;
    const rows = await this.appeals.list({
      after,
      limit: limit + 1,
      ...(intake && { intake }),
      ...(status && { status }),
    });
    return pageOf(rows, { limit }, (line) => [line.filedOn, line.id]);
  }

  @Post('appeals/:id/decisions')
  @HttpCode(200)
  @Allow('administrator')
  @ApiOperation({ operationId: 'decideAppeal', summary: 'Avgjør en klage, eller sender den til klagenemnda' })
  @ApiOkResponse({ example })
  @ApiConflictResponse({ description: 'OWN_DECISION, APPEAL_ALREADY_DECIDED, NOT_FORWARDED' })
  async decide(
    @Param('id') id: string,
    @Body() { outcome, reasons }: AppealDecisionBody,
    @Caller() caller: Caller,
  ): Promise<AppealView> {
    const applicationId = await this.appeals.applicationOf(id);
    if (!applicationId) throw appealUnknown();
    answer(await this.commands.execute(new DecideAppeal(applicationId, outcome, reasons, caller.context())), problems);
    return (await this.appeals.ofApplication(applicationId))!;
  }

  @Post('appeals/:id/places')
  @HttpCode(200)
  @Allow('administrator')
  @ApiOperation({ operationId: 'givePlaceOnAppeal', summary: 'Gir plass etter medhold i en klage, utenom rundene' })
  @ApiOkResponse({ example })
  @ApiConflictResponse({
    description:
      'NOT_UPHELD, PLACE_HELD, WISH_NOT_OPEN, NO_FREE_PLACE, MUNICIPALITY_CAP_REACHED, NOT_A_VERIFIED_PHYSICIAN',
  })
  async givePlace(
    @Param('id') id: string,
    @Body() place: AppealPlaceBody,
    @Caller() caller: Caller,
  ): Promise<AppealView> {
    const applicationId = await this.appeals.applicationOf(id);
    if (!applicationId) throw appealUnknown();
    answer(await this.commands.execute(new GivePlaceOnAppeal(applicationId, place, caller.context())), problems);
    return (await this.appeals.ofApplication(applicationId))!;
  }

  /** The office, or whose application it is. @throws Problem 404 */
  private async admit(applicationId: string, { actor, roles }: Caller): Promise<void> {
    const owner = await this.appeals.ownerOf(applicationId);
    if (owner === undefined || !(roles.includes('administrator') || owner === actor)) throw applicationUnknown();
  }
}
