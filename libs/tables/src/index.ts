export { errorFile, type RejectedRow } from './error-file';
export type { MappedColumn, WantedColumn } from './reading/columns';
export { brokenLineOf, type CsvForm, csvLines } from './reading/csv-lines';
export { previewOf, type ReadTable, readTable, type TableReading, type TableRow } from './reading/read-table';
export { LIMITS as TABLE_LIMITS, type TableLimit, type TableRefusal } from './reading/refusal';
export { csvForMachines, csvForPeople } from './writing/csv';
export type { AboutTable, ColumnDefinition, TableDefinition, TableFile } from './writing/definition';
export { type CsvProfile, type TableForm, tableReply, XLSX_MEDIA_TYPE } from './writing/reply';
export { workbook } from './writing/workbook';
