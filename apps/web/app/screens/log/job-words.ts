import { inLanguage } from '../../kit/texts';

/** What each kind of job does, in a few words. */
const words: Readonly<Record<string, string>> = inLanguage<Readonly<Record<string, string>>>({
  nb: {
    'settle-certificate': 'Lage kursbevis',
    'write-letters': 'Skrive brev til en søker',
    'write-to-employer': 'Skrive til søkerens leder',
    'write-to-former-address': 'Skrive til en tidligere adresse',
    'send-round': 'Sende en opptaksrunde',
    'plan-intake-classes': 'Planlegge klassene i et opptak',
    'enrol-place-holders': 'Ta inn studentene i et opptak',
    'judge-attendance-standing': 'Regne ut oppmøtet',
    'judge-waiting-class': 'Avgjøre poengene i en klasse',
    'judge-waiting-student': 'Avgjøre poengene til en student',
    'keep-verified-entry': 'Ta vare på et oppslag i HPR',
    'rectify-person': 'Rette opplysninger om en person',
    'note-address-fault': 'Notere en adresse som ikke virker',
    'plan-occasion': 'Planlegge påminnelser',
    'send-reminders': 'Sende påminnelser',
    'send-reminder-again': 'Sende en påminnelse på nytt',
    'tell-webhooks': 'Varsle webhooker',
    'send-webhook': 'Levere til en webhook',
  },
  nn: {
    'settle-certificate': 'Lage kursbevis',
    'write-letters': 'Skrive brev til ein søkjar',
    'write-to-employer': 'Skrive til leiaren til søkjaren',
    'write-to-former-address': 'Skrive til ei tidlegare adresse',
    'send-round': 'Sende ein opptaksrunde',
    'plan-intake-classes': 'Planleggje klassane i eit opptak',
    'enrol-place-holders': 'Ta inn studentane i eit opptak',
    'judge-attendance-standing': 'Rekne ut oppmøtet',
    'judge-waiting-class': 'Avgjere poenga i ein klasse',
    'judge-waiting-student': 'Avgjere poenga til ein student',
    'keep-verified-entry': 'Ta vare på eit oppslag i HPR',
    'rectify-person': 'Rette opplysningar om ein person',
    'note-address-fault': 'Notere ei adresse som ikkje verkar',
    'plan-occasion': 'Planleggje påminningar',
    'send-reminders': 'Sende påminningar',
    'send-reminder-again': 'Sende ei påminning på nytt',
    'tell-webhooks': 'Varsle webhookar',
    'send-webhook': 'Levere til ein webhook',
  },
  en: {
    'settle-certificate': 'Make a certificate',
    'write-letters': 'Write letters to an applicant',
    'write-to-employer': "Write to an applicant's leader",
    'write-to-former-address': 'Write to a former address',
    'send-round': 'Send a round of offers',
    'plan-intake-classes': 'Plan the classes of an intake',
    'enrol-place-holders': 'Enrol the students of an intake',
    'judge-attendance-standing': 'Work out attendance',
    'judge-waiting-class': 'Decide the credits of a class',
    'judge-waiting-student': "Decide a student's credits",
    'keep-verified-entry': 'Keep what HPR answered',
    'rectify-person': 'Correct what is known of a person',
    'note-address-fault': 'Note an address that does not work',
    'plan-occasion': 'Plan reminders',
    'send-reminders': 'Send reminders',
    'send-reminder-again': 'Send a reminder again',
    'tell-webhooks': 'Tell webhooks',
    'send-webhook': 'Deliver to a webhook',
  },
});

/** In words; a kind that has none is shown by its name. */
export const jobText = (job: string): string => words[job] ?? job;

/** Every kind that has words, for the test that they all have. */
export const jobsWithWords: readonly string[] = Object.keys(words);
