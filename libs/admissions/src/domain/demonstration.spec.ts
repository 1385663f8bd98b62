import { ruleFile } from '@kull/kernel/rule-file';
import { parseNationalId } from '@kull/people/national-id';
import { demonstrationFolder, readIntakeFolder } from '../../test-model/intake-folder';
import { slowSelection } from '../../test-model/slow-selection';
import { type WholeRun, wholeRun } from '../../test-model/whole-run';
import { countVerdicts } from './ranking-run';

const folder = readIntakeFolder(demonstrationFolder());
const run = wholeRun(folder) as WholeRun;

describe('the demonstration intake', () => {
  it('comes to what the rules come to when followed word by word', () => {
    const births = new Map(
      folder.applications.flatMap(({ national_id }) => {
        const nationalId = parseNationalId(national_id, { acceptSynthetic: true });
        return nationalId ? [[national_id, nationalId.birthDate] as const] : [];
      }),
    );
    const slow = slowSelection(folder, births);
    if ('stopped' in slow) throw new Error('too few assessments');
    expect(run.files.rejectedRows.rows.map((row) => row.slice(0, 4))).toEqual(slow.rejectedRows);
    expect(run.files.decisions.rows).toEqual(slow.decisions);
    expect(run.files.offers.rows).toEqual(slow.offers);
    expect(run.files.classLists.rows).toEqual(slow.classLists);
    expect(run.files.waitingLists.rows).toEqual(slow.waitingLists);
  });

  it('loses no row', () => {
    expect(run.files.rejectedRows.rows.length + run.files.decisions.rows.length).toBe(folder.applications.length);
    expect(countVerdicts(run.judged.map(({ verdict }) => verdict))).toEqual({
      qualified: 424,
      notQualified: 26,
      needsMore: 14,
      superseded: 4,
      verifiedPhysicians: 25,
    });
  });

  it('fills all 216 places in four rounds and releases one earmarked place before the third', () => {
    expect(run.rounds.map(({ settled }) => settled.length)).toEqual([216, 42, 14, 2]);
    expect(run.rounds[2]!.release).toMatchObject({
      released: [{ class: 'TRONDHEIM-1', places: 1 }],
      refused: [
        { class: 'OSLO-2', reason: 'PHYSICIAN_STILL_WAITING', physicians: 1 },
        { class: 'OSLO-3', reason: 'PHYSICIAN_STILL_WAITING', physicians: 1 },
      ],
    });
    expect(run.files.classLists.rows).toHaveLength(216);
  });

  it('tells the office which rows were not taken in, and why', () => {
    expect(ruleFile(run.files.rejectedRows).split('\r\n').slice(0, 3)).toEqual([
      '\ufefffile;row;application_no;code;message',
      'applications.csv;77;A26-000057;OUTSIDE_WINDOW;Søknaden er sendt utenfor søknadsperioden',
      'applications.csv;102;A26-000372;MISSING_NAME;Etternavn eller fornavn mangler',
    ]);
  });

  it('explains every qualified applicant without a place', () => {
    const placeless = run.decisions.filter(({ status, place }) => status === 'QUALIFIED' && !place);
    expect(placeless.every(({ smallestChange }) => smallestChange !== undefined)).toBe(true);
    expect(placeless.find(({ applicationNo }) => applicationNo === 'A26-000069')?.smallestChange).toEqual({
      scoreNeeded: { score: 122, class: 'OSLO-2', wishNo: 1, quota: 'GENERAL', round: 4 },
      oneMorePlace: { class: 'OSLO-2', wishNo: 1, quota: 'GENERAL' },
    });
  });
});
