export { ListFilesController } from './list-files.controller';
export { RowsPersons } from './rows-persons';
