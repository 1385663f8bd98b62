import { type InLanguages, inLanguage } from '../../kit/texts';

type Words = Readonly<Record<string, string>>;

const areas: InLanguages<Words> = {
  nb: {
    ADMINISTRATION: 'administrasjon',
    DENTAL_SERVICE: 'tannhelsetjeneste',
    EMERGENCY_PRIMARY_CARE: 'legevakt',
    GP_SERVICE: 'fastlegetjeneste',
    HABILITATION_AND_REHABILITATION: 'habilitering og rehabilitering',
    HEALTH_STATION: 'helsestasjon',
    HOME_CARE: 'hjemmetjeneste',
    HOSPITAL: 'sykehus',
    MENTAL_HEALTH_AND_SUBSTANCE_USE: 'psykisk helse og rus',
    NURSING_HOME: 'sykehjem',
  },
  nn: {
    ADMINISTRATION: 'administrasjon',
    DENTAL_SERVICE: 'tannhelseteneste',
    EMERGENCY_PRIMARY_CARE: 'legevakt',
    GP_SERVICE: 'fastlegeteneste',
    HABILITATION_AND_REHABILITATION: 'habilitering og rehabilitering',
    HEALTH_STATION: 'helsestasjon',
    HOME_CARE: 'heimeteneste',
    HOSPITAL: 'sjukehus',
    MENTAL_HEALTH_AND_SUBSTANCE_USE: 'psykisk helse og rus',
    NURSING_HOME: 'sjukeheim',
  },
  en: {
    ADMINISTRATION: 'administration',
    DENTAL_SERVICE: 'dental service',
    EMERGENCY_PRIMARY_CARE: 'emergency primary care',
    GP_SERVICE: 'general practice',
    HABILITATION_AND_REHABILITATION: 'habilitation and rehabilitation',
    HEALTH_STATION: 'health station',
    HOME_CARE: 'home care',
    HOSPITAL: 'hospital',
    MENTAL_HEALTH_AND_SUBSTANCE_USE: 'mental health and substance use',
    NURSING_HOME: 'nursing home',
  },
};

const physicianRoles: InLanguages<Words> = {
  nb: {
    MUNICIPAL_CHIEF_PHYSICIAN: 'kommuneoverlege',
    LEADER_GROUP_PRACTICE: 'leder av gruppepraksis',
    LEADER_TEAM_PRACTICE: 'leder av teampraksis',
    GENERAL_PRACTITIONER: 'fastlege',
    OTHER_MUNICIPAL_PHYSICIAN: 'annen kommunelege',
  },
  nn: {
    MUNICIPAL_CHIEF_PHYSICIAN: 'kommuneoverlege',
    LEADER_GROUP_PRACTICE: 'leiar av gruppepraksis',
    LEADER_TEAM_PRACTICE: 'leiar av teampraksis',
    GENERAL_PRACTITIONER: 'fastlege',
    OTHER_MUNICIPAL_PHYSICIAN: 'annan kommunelege',
  },
  en: {
    MUNICIPAL_CHIEF_PHYSICIAN: 'municipal chief physician',
    LEADER_GROUP_PRACTICE: 'leader of a group practice',
    LEADER_TEAM_PRACTICE: 'leader of a team practice',
    GENERAL_PRACTITIONER: 'general practitioner',
    OTHER_MUNICIPAL_PHYSICIAN: 'other municipal physician',
  },
};

const educations: InLanguages<Words> = {
  nb: { NONE: 'ingen fullført grad', BACHELOR: 'bachelor', MASTER: 'master' },
  nn: { NONE: 'ingen fullført grad', BACHELOR: 'bachelor', MASTER: 'master' },
  en: { NONE: 'no degree', BACHELOR: 'bachelor', MASTER: 'master' },
};

// A code that is not known is shown as it is: files may hold others.
const wordIn = (words: InLanguages<Words>) => {
  const known = inLanguage(words);
  return (code: string): string => known[code] ?? code;
};

export const areaWord = wordIn(areas);
export const physicianRoleWord = wordIn(physicianRoles);
export const educationWord = wordIn(educations);
