import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation } from '@nestjs/swagger';

/** How an operation that takes in a file of the rules is described. */
export interface CsvImportText {
  readonly operationId: string;
  readonly summary: string;
  /** What it answers. */
  readonly example: object;
}

/** POST of a `text/csv` file, answered 200 with what became of its rows; the file itself is taken with `@CsvBody`. */
export const CsvImport = (path: string, { operationId, summary, example }: CsvImportText): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(200),
    ApiOperation({ operationId, summary }),
    ApiConsumes('text/csv'),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
    ApiOkResponse({ example }),
  );
