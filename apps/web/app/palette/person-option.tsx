import {
  appliedWords,
  attendanceShort,
  attendedShort,
  isPhysician,
  outcomeSaid,
  physicianWord,
  type Said,
  standingSaid,
} from '../persons/words';
import type { Findable } from './hits';

const SaidLine = ({ said: { sign, text } }: { readonly said: Said }) => (
  <span>
    <span aria-hidden="true">{sign}</span> {text}
  </span>
);

const isGone = (standing: string): boolean => standing === 'transferred' || standing === 'withdrawn';

/** One hit: who it is, and what a caller most often asks. */
export const PersonOption = ({ found: { entry, name } }: { readonly found: Findable }) => {
  const student = entry.students[0];
  const application = entry.applications[0];
  return (
    <>
      <strong>{name}</strong>
      {student ? (
        <>
          <span>
            {student.classCode}
            {isPhysician(student) && ` · ${physicianWord}`} · {student.studentNo}
          </span>
          {student.standing !== 'enrolled' && <SaidLine said={standingSaid(student.standing)} />}
          {student.attendance && !isGone(student.standing) && (
            <>
              <span>{attendedShort(student.attendance)}</span>
              <SaidLine said={attendanceShort(student.attendance)} />
            </>
          )}
        </>
      ) : (
        application && (
          <>
            <span>
              {appliedWords(application)} · {application.applicationNo}
            </span>
            <SaidLine said={outcomeSaid(application)} />
          </>
        )
      )}
    </>
  );
};
