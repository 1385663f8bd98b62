import { send } from '../api/client';

/** Puts a student back into the class that they were moved from, as if they had not been. */
export const undoMove = (classId: string, studentNo: string, key: string): Promise<void> =>
  send(`/classes/${classId}/students/${encodeURIComponent(studentNo)}/transfer-undos`, { json: {}, key });
