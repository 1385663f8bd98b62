import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The description of the API, made when it is first asked for. */
@Injectable()
export class OpenApiDocument {
  private describe: (() => OpenAPIObject) | undefined;
  private made: OpenAPIObject | undefined;

  describedBy(describe: () => OpenAPIObject): void {
    this.describe = describe;
  }

  get(): OpenAPIObject {
    if (!this.describe) throw new Error('the API has not been described yet');
    this.made ??= this.describe();
    return this.made;
  }
}
