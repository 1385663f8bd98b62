import {
  accept,
  type Command,
  type Decider,
  type Decision,
  type DomainEvent,
  idOf,
  nothing,
  type Rejection,
  reject,
} from '@kull/kernel';
import type { StudentEnrolled } from '@kull/teaching/contracts';

/** A code of the student was handed out for the first time. What it says follows from the number and the key. */
export type DoorCodeIssued = DomainEvent<'DoorCodeIssued', { readonly issue: number }>;

/** Why a code stopped being good: lost, used by somebody else, or another reason. Never the story behind it. */
export type RevocationReason = 'LOST' | 'MISUSED' | 'OTHER';

/** The code of that issue is good no more. The student's next one bears the next number. */
export type DoorCodeRevoked = DomainEvent<
  'DoorCodeRevoked',
  { readonly issue: number; readonly reasonClass: RevocationReason }
>;

export type DoorCodeEvent = DoorCodeIssued | DoorCodeRevoked;

export type IssueDoorCode = Command<'IssueDoorCode', Record<never, never>>;
export type RevokeDoorCode = Command<'RevokeDoorCode', { readonly reasonClass: RevocationReason }>;
export type DoorCodeCommand = IssueDoorCode | RevokeDoorCode;

/** `DOOR_CODE_NOT_ISSUED`: there is no code out that could be revoked. */
export type DoorCodeRejection = Rejection<'DOOR_CODE_NOT_ISSUED'>;

/** `issue`: the number of the code that is good, or of the one that will be handed out next. */
export interface DoorCode {
  readonly status: 'due' | 'issued';
  readonly issue: number;
}

/**
 * What a code names a student by: opaque, and the same in every class of the course, so that a transfer keeps the code
 * (I-27).
 */
export const doorReferenceOf = ({
  classId,
  courseClassId = classId,
  studentNo,
}: Pick<StudentEnrolled['data'], 'classId' | 'courseClassId' | 'studentNo'>): string =>
  idOf('dor', courseClassId, studentNo);

const decide = (state: DoorCode, command: DoorCodeCommand): Decision<DoorCodeEvent, DoorCodeRejection> => {
  const { status, issue } = state;
  switch (command.type) {
    case 'IssueDoorCode':
      return status === 'issued' ? nothing : accept({ type: 'DoorCodeIssued', data: { issue } });
    case 'RevokeDoorCode':
      return status === 'issued'
        ? accept({ type: 'DoorCodeRevoked', data: { issue, reasonClass: command.data.reasonClass } })
        : reject({ code: 'DOOR_CODE_NOT_ISSUED' });
  }
};

/** The door codes of one student, by `doorReferenceOf`: one is good at a time. */
export const doorCode: Decider<DoorCode, DoorCodeCommand, DoorCodeEvent, DoorCodeRejection> = {
  category: 'door-code',
  initial: { status: 'due', issue: 1 },
  decide,
  evolve: (_, { type, data: { issue } }) =>
    type === 'DoorCodeIssued' ? { status: 'issued', issue } : { status: 'due', issue: issue + 1 },
};
