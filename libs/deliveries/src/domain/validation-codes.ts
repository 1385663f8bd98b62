const batchCodes = ['E001', 'E002', 'E003', 'E004'] as const;

/** Why a whole batch is stopped (domain.md 9.4). */
export type BatchCode = (typeof batchCodes)[number];

export const isBatchCode = (code: string): code is BatchCode => (batchCodes as readonly string[]).includes(code);

/** Why a record stays out of a batch. */
export type RecordCode =
  | 'E101'
  | 'E102'
  | 'E103'
  | 'E201'
  | 'E202'
  | 'E203'
  | 'E204'
  | 'E205'
  | 'E206'
  | 'E301'
  | 'E302'
  | 'E303'
  | 'E304'
  | 'E305'
  | 'E402'
  | 'E403';

/** What a person should see about a record that leaves all the same. */
export type WarningCode = 'W104' | 'W105' | 'W401';
