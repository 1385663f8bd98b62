import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { documentTypeOf, type UploadedDocument } from './document-types';

/** What the file of a form turned out to be, when it is nothing that is taken. */
export type NoDocument = 'NONE_CHOSEN' | 'UNKNOWN_TYPE';

/** A form with a file, as a browser without a script sends it (RFC 7578). */
export class SentForm {
  private constructor(
    private readonly fields: URLSearchParams,
    private readonly files: ReadonlyMap<string, Buffer>,
  ) {}

  /** @returns undefined when the body is no such form */
  static async read(contentType: string, body: Buffer): Promise<SentForm | undefined> {
    // Undici reads the parts: the same code that reads what `fetch` gets.
    const sent = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
      .formData()
      .catch(() => undefined);
    if (!sent) return undefined;
    const fields = new URLSearchParams();
    const files = new Map<string, Buffer>();
    for (const [name, value] of sent) {
      if (typeof value === 'string') fields.append(name, value);
      else files.set(name, Buffer.from(await value.arrayBuffer()));
    }
    return new SentForm(fields, files);
  }

  /** One field; blank when it was not sent. */
  text(name: string): string {
    return this.fields.get(name) ?? '';
  }

  /** Every value of a field, as boxes have that bear one name. */
  texts(name: string): readonly string[] {
    return this.fields.getAll(name);
  }

  /** The file of a field, of the type that its own first bytes say. */
  document(name: string): UploadedDocument | NoDocument {
    const bytes = this.files.get(name);
    if (!bytes || bytes.length === 0) return 'NONE_CHOSEN';
    const mediaType = documentTypeOf(bytes);
    return mediaType ? { bytes, mediaType } : 'UNKNOWN_TYPE';
  }
}

/** Injects the form of a route that is `FormWithFile`: `@FormParts() form: SentForm`. */
export const FormParts = createParamDecorator(
  (_data: unknown, context: ExecutionContext): SentForm =>
    context.switchToHttp().getRequest<FastifyRequest>().body as SentForm,
);
