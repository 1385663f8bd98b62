/** The services that an applicant may lead; an intake says which of them it is for. */
export const serviceAreas = [
  'NURSING_HOME',
  'HOME_CARE',
  'MENTAL_HEALTH_AND_SUBSTANCE_USE',
  'HEALTH_STATION',
  'HABILITATION_AND_REHABILITATION',
  'DENTAL_SERVICE',
  'EMERGENCY_PRIMARY_CARE',
  'ADMINISTRATION',
  'GP_SERVICE',
  'HOSPITAL',
] as const;
export type ServiceArea = (typeof serviceAreas)[number];

export const professions = [
  'NURSE',
  'PUBLIC_HEALTH_NURSE',
  'PHYSICIAN',
  'DENTIST',
  'DENTAL_HYGIENIST',
  'PHYSIOTHERAPIST',
  'OCCUPATIONAL_THERAPIST',
  'SOCIAL_EDUCATOR',
  'SOCIAL_WORKER',
  'OTHER',
] as const;
export type Profession = (typeof professions)[number];

export const educations = ['NONE', 'BACHELOR', 'MASTER'] as const;
export type Education = (typeof educations)[number];

/** Those of the first tier first (selection.md 4). */
export const physicianRoles = [
  'MUNICIPAL_CHIEF_PHYSICIAN',
  'LEADER_TEAM_PRACTICE',
  'LEADER_GROUP_PRACTICE',
  'GENERAL_PRACTITIONER',
  'OTHER_MUNICIPAL_PHYSICIAN',
] as const;
export type PhysicianRole = (typeof physicianRoles)[number];
