import { Allow, Caller, ClassId } from '@kull/http';
import { Reads } from '@kull/people';
import { ListStudents } from '@kull/teaching';
import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ClassStudentLists, type ClassStudents, exampleClassStudents } from './class-students';

/** What stands beside the names in the list of a class. */
@ApiTags('students')
@Controller('classes/:id/students')
@Allow('administrator', 'coordinator')
export class ClassStudentsController {
  constructor(
    private readonly lists: ClassStudentLists,
    private readonly queries: QueryBus,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listClassStudents',
    summary: 'Studentene i klassen med arbeidssted, HPR, vurderinger og poeng; navnene står i klasselisten',
  })
  @ApiOkResponse({ example: exampleClassStudents })
  async list(@ClassId() id: string, @Caller() caller: Caller): Promise<ClassStudents> {
    const students = await this.queries.execute(new ListStudents({ classId: id }));
    await this.reads.note(
      caller,
      'listClassStudents',
      students.map(({ personId }) => personId),
    );
    return this.lists.of(id);
  }
}
