import { ClassStudentLists } from './class-students';
import { ClassStudentsController } from './class-students.controller';
import { Directories } from './directories';
import { DirectoryController } from './directory.controller';
import { Explained } from './explained';
import { PersonRecords } from './person-records';
import { PersonsController } from './persons.controller';
import { Timelines } from './timeline/timelines';

/** Persons as administrators ask about them: put together from what every context knows. */
export const personControllers = [DirectoryController, PersonsController, ClassStudentsController];

export const personProviders = [Directories, Explained, PersonRecords, Timelines, ClassStudentLists];
