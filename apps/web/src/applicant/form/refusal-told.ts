import type { FormRefusal } from './words/form-words';

const told: ReadonlySet<string> = new Set<FormRefusal>([
  'OUTSIDE_WINDOW',
  'INTAKE_DECIDED',
  'CHANGED_MEANWHILE',
  'TOO_MANY_DOCUMENTS',
  'TOO_MANY_LINKS',
  'ALREADY_CONFIRMED',
  'POST_MISSING',
]);

/** @throws Error on a refusal that nothing an applicant does can lead to */
export const refusalTold = (code: string): FormRefusal => {
  // Two windows of the same person: what was seen is not what is there.
  if (code === 'DRAFT_CHANGED') return 'CHANGED_MEANWHILE';
  if (!told.has(code)) throw new Error(`an application was refused with ${code}`);
  return code as FormRefusal;
};
