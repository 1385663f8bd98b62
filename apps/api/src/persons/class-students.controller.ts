import { Allow } from '@kull/http';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ClassStudentLists, type ClassStudents, exampleClassStudents } from './class-students';

/** What stands beside the names in the list of a class. */
@ApiTags('students')
@Controller('classes/:id/students')
@Allow('administrator')
export class ClassStudentsController {
  constructor(private readonly lists: ClassStudentLists) {}

  @Get()
  @ApiOperation({
    operationId: 'listClassStudents',
    summary: 'Studentene i klassen med arbeidssted, HPR, vurderinger og poeng; navnene står i klasselisten',
  })
  @ApiOkResponse({ example: exampleClassStudents })
  list(@Param('id') id: string): Promise<ClassStudents> {
    return this.lists.of(id);
  }
}
