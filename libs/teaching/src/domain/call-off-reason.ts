/** Why a gathering or a session is called off, by classes: what somebody writes may name a person, and events never do. */
export const callOffReasons = [
  'TEACHER_AWAY',
  'ROOM_UNAVAILABLE',
  'TRAVEL_OR_WEATHER',
  'TOO_FEW_STUDENTS',
  'OTHER',
] as const;

export type CallOffReason = (typeof callOffReasons)[number];
