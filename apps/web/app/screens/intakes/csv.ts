import { saveFile } from '../../kit/save-file';

const quoted = (cell: string): string => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A file as the service takes it in: UTF-8, `;`, CRLF, quoted where needed (selection.md 7). */
export const csvText = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, ...rows].map((row) => `${row.map(quoted).join(';')}\r\n`).join('');

export const csvBody = (text: string) => ({ file: new Blob([text]), type: 'text/csv' });

/** Gives a text that was made here as a file; a cell that a spreadsheet would take for a formula is made harmless. */
export const download = (name: string, columns: readonly string[], rows: readonly (readonly string[])[]): void => {
  const harmless = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)));
  saveFile(name, new Blob(['\ufeff', csvText(columns, harmless)], { type: 'text/csv' }));
};

/** A chosen file as it is, with the media type that its name tells: browsers disagree about CSV. */
export const fileBody = (file: File) => ({
  file,
  type: file.name.toLowerCase().endsWith('.xlsx')
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : 'text/csv',
});
