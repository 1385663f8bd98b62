import { demonstrationFolder, readIntakeFolder } from '../../test-model/intake-folder';
import { checkFile } from './application-check';

const { applications, definition } = readIntakeFolder(demonstrationFolder());
const check = (records = applications) => checkFile(records, definition, { acceptSynthetic: true });

it('sorts the 477 rows of the demonstration: 468 taken in, 4 of them replaced, 9 refused', () => {
  const { takenIn, replaced, rejected } = check();
  expect([takenIn.length, replaced.length, rejected.length]).toEqual([468, 4, 9]);
});

it('names the row that counts instead', () => {
  for (const { row, by } of check().replaced) {
    const [earlier, later] = [applications[row - 1]!, applications[by.row - 1]!];
    expect(later.national_id).toBe(earlier.national_id);
    expect(Date.parse(later.submitted_at)).toBeGreaterThanOrEqual(Date.parse(earlier.submitted_at));
    expect(later.application_no).toBe(by.applicationNo);
  }
});
