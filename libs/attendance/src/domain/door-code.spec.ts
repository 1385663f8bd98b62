import { given } from '@kull/kernel/given';
import { type DoorCodeEvent, doorCode, doorReferenceOf } from './door-code';

const issued = (issue: number): DoorCodeEvent => ({ type: 'DoorCodeIssued', data: { issue } });
const revoked = (issue: number): DoorCodeEvent => ({ type: 'DoorCodeRevoked', data: { issue, reasonClass: 'LOST' } });
const issue = { type: 'IssueDoorCode', data: {} } as const;
const revoke = { type: 'RevokeDoorCode', data: { reasonClass: 'LOST' } } as const;

describe('the door code of a student', () => {
  const code = given(doorCode);

  it('is issued when it is first asked for', () => code().when(issue).then(issued(1)));
  it('stays as it is when asked for again', () => code(issued(1)).when(issue).thenNothing());
  it('is revoked', () => code(issued(1)).when(revoke).then(revoked(1)));
  it('is followed by the next issue', () => code(issued(1), revoked(1)).when(issue).then(issued(2)));
  it('cannot be revoked while none is out', () => {
    code().when(revoke).rejectedAs({ code: 'DOOR_CODE_NOT_ISSUED' });
    code(issued(1), revoked(1)).when(revoke).rejectedAs({ code: 'DOOR_CODE_NOT_ISSUED' });
  });

  it('names the student by the class in which the course began, so that a transfer keeps it', () => {
    const before = doorReferenceOf({ classId: 'cls_1', studentNo: 'S1' });
    expect(doorReferenceOf({ classId: 'cls_2', courseClassId: 'cls_1', studentNo: 'S1' })).toBe(before);
    expect(doorReferenceOf({ classId: 'cls_2', studentNo: 'S1' })).not.toBe(before);
    expect(before).not.toContain('S1');
  });
});
