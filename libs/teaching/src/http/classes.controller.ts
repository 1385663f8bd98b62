import { EventStore } from '@kull/event-store';
import {
  Allow,
  answer,
  Caller,
  ClassId,
  Created,
  decodeCursor,
  listQuery,
  type Page,
  Problem,
  pageOf,
  Versioned,
} from '@kull/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { OpenClass } from '../commands/open-class';
import { PlanClass } from '../commands/plan-class';
import { programmeClass } from '../domain/class';
import { classIdOf } from '../domain/ids';
import { Classes, type ClassRow } from '../read-models/classes.query';
import { type ClassDetails, classDetailsOf, exampleClassDetails } from './class-details';
import { classPlanOf } from './class-plan-of';
import { CourseDocument } from './course-document.dto';
import { problems } from './problems';

class ClassQuery extends createZodDto(
  z.strictObject({ ...listQuery.shape, intake: z.string().min(1).max(64).optional() }),
) {}

interface PlannedClassAnswer {
  readonly id: string;
  readonly code: string;
  readonly status: 'open';
}

export interface ClassSummary extends Omit<ClassRow, 'classId'> {
  readonly id: string;
}

const exampleAnswer: PlannedClassAnswer = {
  id: classIdOf({ code: 'NLA-2026V-1' }),
  code: 'NLA-2026V-1',
  status: 'open',
};

const exampleSummary: ClassSummary = {
  id: classIdOf({ code: 'NLA-2026V-1' }),
  code: 'NLA-2026V-1',
  site: 'ONLINE',
  programme: 'NLA',
  title: 'Nettbasert lederutdanning for allmennleger',
  intake: null,
  startsOn: '2026-01-12',
  endsOn: '2026-06-19',
  status: 'open',
  capacity: 30,
  placesTaken: 30,
};

/** Classes: planned from a course document, listed, shown with places. */
@ApiTags('classes')
@Controller('classes')
@Allow('administrator')
export class ClassesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly classes: Classes,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'planClass', summary: 'Planlegg en klasse fra course.json, og åpne den' })
  @ApiCreatedResponse({ description: 'Klassen er ny', example: exampleAnswer })
  @ApiOkResponse({ description: 'Klassen fantes med samme innhold', example: exampleAnswer })
  async plan(
    @Body() document: CourseDocument,
    @Caller() caller: Caller,
  ): Promise<PlannedClassAnswer | Created<PlannedClassAnswer>> {
    const plan = classPlanOf(document);
    const planned = answer(await this.commands.execute(new PlanClass(plan, caller.context())), problems);
    const id = classIdOf(plan);
    answer(await this.commands.execute(new OpenClass(id, caller.context())), problems);
    const body: PlannedClassAnswer = { id, code: plan.code, status: 'open' };
    return planned.events.length === 0 ? body : new Created(`/api/v1/classes/${id}`, body);
  }

  @Get()
  @Allow('administrator', 'coordinator', 'teacher', 'grader')
  @ApiOperation({ operationId: 'listClasses', summary: 'Klassene, etter kode; alle eller dem som et opptak fyller' })
  @ApiOkResponse({ example: { data: [exampleSummary], nextCursor: null } })
  async list(@Query() query: ClassQuery, @Caller() { classes }: Caller): Promise<Page<ClassSummary>> {
    const [code, classId] = decodeCursor(query.cursor) ?? [];
    const after = code === undefined || classId === undefined ? undefined : ([String(code), String(classId)] as const);
    const rows = await this.classes.page({ limit: query.limit + 1, intake: query.intake, classes, after });
    const summaries = rows.map(({ classId: id, ...row }) => ({ id, ...row }));
    return pageOf(summaries, query, (row) => [row.code, row.id]);
  }

  @Get(':id')
  @Allow('administrator', 'coordinator', 'teacher', 'grader')
  @ApiOperation({ operationId: 'getClass', summary: 'En klasse med plasser, økter og kursgodkjenning' })
  @ApiOkResponse({ example: exampleClassDetails })
  async get(@ClassId() id: string): Promise<Versioned<ClassDetails>> {
    const { state, version } = await this.events.load(programmeClass, id);
    if (state.status === 'unplanned') throw Problem.notFound(problems.CLASS_NOT_PLANNED.title, 'CLASS_NOT_PLANNED');
    const placesTaken = await this.classes.placesTaken(id);
    return new Versioned(version, classDetailsOf(id, state, placesTaken));
  }
}
