import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { Unusable } from '../terminal/failures';

/** What a folder of one kind must hold. */
export interface FolderForm<Document> {
  /** The JSON file and what it must contain. */
  readonly document: { readonly name: string; readonly schema: z.ZodType<Document> };
  /** Each CSV file with the columns that it must have. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

/** A folder that was read whole and found usable. */
export interface Folder<Document> {
  readonly document: Document;
  /** The JSON file as it was, for the service to read. */
  readonly documentText: string;
  /** The CSV files as they were, byte for byte. */
  table(name: string): Buffer;
  /** Stands for the content of the whole folder. */
  readonly fingerprint: string;
}

/** A shortcoming of one file, as a person is told it. */
class Shortcoming extends Error {}

const bytesOf = (directory: string, name: string): Buffer => {
  const path = join(directory, name);
  if (!existsSync(path)) throw new Shortcoming(`${name} mangler`);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Shortcoming(`${name} kan ikke leses: ${String(error)}`);
  }
};

const decoded = (bytes: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const textOf = (name: string, bytes: Buffer): string => {
  const text = decoded(bytes);
  // UTF-16 without its mark reads as UTF-8 full of zeros.
  if (text === undefined || text.includes('\u0000'))
    throw new Shortcoming(`${name} er ikke UTF-8: lagre filen på nytt med tegnkoding UTF-8`);
  return text;
};

const documentOf = <Document>(form: FolderForm<Document>['document'], text: string): Document => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Shortcoming(`${form.name} er ikke gyldig JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const read = form.schema.safeParse(json);
  if (read.success) return read.data;
  throw new Shortcoming(
    read.error.issues
      .map(({ path, message }) => `${form.name}: ${path.length === 0 ? 'innholdet' : path.join('.')}: ${message}`)
      .join('\n  '),
  );
};

const checkTable = (name: string, text: string, columns: readonly string[]): void => {
  let header: readonly string[];
  try {
    const [first = []] = parse(text, { delimiter: ';', relax_column_count: true, skip_empty_lines: true });
    header = first;
  } catch (error) {
    throw new Shortcoming(`${name} kan ikke leses som CSV: ${error instanceof Error ? error.message : ''}`);
  }
  const missing = columns.filter((column) => !header.some((name) => name.trim() === column));
  if (missing.length > 0) throw new Shortcoming(`${name} mangler kolonnen ${missing.join(', ')}`);
};

/** Reads the whole folder, or says everything that makes it unusable. Nothing is sent before this has passed. */
export const readFolder = <Document>(directory: string, form: FolderForm<Document>): Folder<Document> => {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory())
    throw new Unusable(`Mappen ${directory} finnes ikke. Ingenting er endret.`);
  const shortcomings: string[] = [];
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Shortcoming)) throw error;
      shortcomings.push(error.message);
      return undefined;
    }
  };
  const tables = new Map<string, Buffer>();
  const hash = createHash('sha256');
  const read = attempt(() => {
    const bytes = bytesOf(directory, form.document.name);
    hash.update(bytes);
    const text = textOf(form.document.name, bytes);
    return { text, document: documentOf(form.document, text) };
  });
  for (const [name, columns] of Object.entries(form.tables))
    attempt(() => {
      const bytes = bytesOf(directory, name);
      checkTable(name, textOf(name, bytes), columns);
      tables.set(name, bytes);
      hash.update(`\n${name}\n`).update(bytes);
    });
  if (!read || shortcomings.length > 0)
    throw new Unusable(`Mappen ${directory} kan ikke brukes. Ingenting er endret.`, shortcomings);
  return {
    document: read.document,
    documentText: read.text,
    table: (name) => {
      const bytes = tables.get(name);
      if (!bytes) throw new Error(`${name} is not in the folder's form`);
      return bytes;
    },
    fingerprint: hash.digest('hex'),
  };
};
