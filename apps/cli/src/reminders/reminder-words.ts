import { plural } from '../terminal/text';

/** What subjects are called, where the service does not say it. */
const subjects: Readonly<Record<string, string>> = {
  DRAFT_NOT_SENT: 'Påbegynt søknad',
  DOCUMENT_MISSING: 'Mangler i søknad',
  OFFER_REPLY_DEADLINE: 'Svarfrist på tilbud',
  OFFER_MADE: 'Tilbud om plass',
  DECISION_MADE: 'Svar på søknad',
  APPEAL_DECIDED: 'Svar på klage',
  APPLICATION_RECEIVED: 'Kvittering for søknad',
  GATHERING: 'Samling',
  GATHERING_CHANGED: 'Endret samling',
  REGISTER_OPEN: 'Oppmøte som ikke er låst',
  ATTENDANCE_AT_RISK: 'Oppmøte i fare',
  HPR_NUMBER_OPEN: 'HPR-nummer',
  GRADING_DEADLINE: 'Sensurfrist',
  CERTIFICATE_ISSUED: 'Kursbevis utstedt',
  CERTIFICATE_REPLACED: 'Kursbevis erstattet',
  CERTIFICATE_REVOKED: 'Kursbevis trukket tilbake',
  DELIVERY_OVERDUE: 'Bevis ikke levert',
  LINES_REJECTED: 'Linje avvist',
};

const states: Readonly<Record<string, string>> = {
  PLANNED: 'planlagt',
  ATTEMPTING: 'sendes nå',
  SENT: 'sendt',
  DEFERRED: 'prøves igjen',
  FAILED: 'feilet',
  UNKNOWN: 'ukjent',
  CANCELLED: 'ikke sendt',
};

const channels: Readonly<Record<string, string>> = { MAIL: 'e-post', TEXT_MESSAGE: 'SMS' };

export const subjectText = (code: string): string => subjects[code] ?? code;
export const stateText = (code: string): string => states[code] ?? code;
export const channelText = (code: string): string => channels[code] ?? code;

/** `P14D` is fourteen days before, `AFTER_7D` seven after; nothing where there is one step only. */
export const stepText = (step: string): string => {
  const [, before, after] = /^(?:P(\d+)D|AFTER_(\d+)D)$/.exec(step) ?? [];
  if (before) return `${plural(Number(before), 'dag', 'dager')} før`;
  if (after) return `${plural(Number(after), 'dag', 'dager')} etter`;
  return step === 'LAST_MORNING' ? 'siste morgen' : step === 'ONCE' ? '' : step;
};

/** `Samling, 2 dager før`. */
export const whatText = (reason: string, step: string): string => [reason, stepText(step)].filter(Boolean).join(', ');

/** What it is about: a class and the number of its gathering by name, anything else by its id. */
export const aboutText = (about: string, classes: ReadonlyMap<string, string>): string => {
  const [id, gathering] = about.split('.');
  const name = classes.get(id!);
  if (name === undefined) return about;
  return gathering === undefined ? name : `${name}, samling ${gathering}`;
};

/** `8 sendt, 1 ukjent`; what there is none of is left out. */
export const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${stateText(state)}`)
    .join(', ') || 'ingen';
